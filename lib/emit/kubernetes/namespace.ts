import type { KubernetesVersion, PodSecurityLevel } from '../../values';

const PREFIX = 'pod-security.kubernetes.io';

/**
 * Labels by which the API server refuses pods above a level, and warns of them, by the rules of the cluster's version.
 */
export function podSecurityLabels(level: PodSecurityLevel, version: KubernetesVersion): Record<string, string> {
  const modes = ['enforce', 'warn', 'audit'];
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [`${PREFIX}/${mode}`, level],
      [`${PREFIX}/${mode}-version`, `v${version}`],
    ]),
  );
}
