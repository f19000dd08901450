import { Workload } from '../../../program';
import { ZONE_LABEL } from '../../../values';

/** Zone that the node selector names. */
export function selectedZone({ settings }: Workload): string | undefined {
  const { nodeSelector } = settings.values;
  return Object.hasOwn(nodeSelector, ZONE_LABEL) ? nodeSelector[ZONE_LABEL] : undefined;
}

/** True where the cluster's zones are known and the selected one is not among them. */
export function isUnknownZone(facts: Workload): boolean {
  const selected = selectedZone(facts);
  const { zones } = facts.cluster;
  return zones.length > 0 && selected !== undefined && !zones.includes(selected);
}
