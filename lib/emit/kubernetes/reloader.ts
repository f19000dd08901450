import type { ConfigurationRead } from '../../program';

type Annotations = Readonly<Record<string, string>>;

const DOMAIN = 'reloader.stakater.com';

/**
 * Tells if Reloader restarts the pods when a ConfigMap or Secret changes, by the annotations of the workload or its
 * pods, and those of the object: https://github.com/stakater/Reloader. A second restart would follow its own.
 */
export function restartsByReloader(workload: Annotations, read: ConfigurationRead, object: Annotations): boolean {
  const kind = `${read.kind.toLowerCase()}.${DOMAIN}`;
  return (
    workload[`${DOMAIN}/auto`] === 'true' ||
    workload[`${kind}/auto`] === 'true' ||
    (workload[`${kind}/reload`] ?? '').split(',').some((name) => name.trim() === read.name) ||
    (workload[`${DOMAIN}/search`] === 'true' && object[`${DOMAIN}/match`] === 'true')
  );
}
