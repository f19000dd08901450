import { Detail, Rule, Severity } from '../../../errors';
import { ClusterFacts, NEWEST_MINOR, OLDEST_MINOR } from '../../../values';
import type { PlatformUse } from '../../stack-facts';

/** Unsupported version of Kubernetes. */
export const MS3003: Rule<PlatformUse> = {
  code: 'MS3003',
  title: 'unsupported version of Kubernetes',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Manifests are made for Kubernetes 1.27 and newer; the version is written as `1.34`, and everything behind the ' +
    'minor version is ignored.',
  reads: 'platform',

  evaluate: ({ platform }) => version(platform.cluster),
};

function version({ kubernetesVersion }: ClusterFacts): Detail[] {
  return kubernetesVersion.supported
    ? []
    : [
        {
          message: 'the version of Kubernetes is not supported',
          given: `it was '${kubernetesVersion.given}'`,
          allowed: `1.${OLDEST_MINOR} and newer (compared up to 1.${NEWEST_MINOR})`,
          fix: "state the minor version, as in KubernetesVersion.of('1.34')",
        },
      ];
}
