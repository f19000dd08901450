import type { Problem } from '../../../errors';
import { Workload, originOf } from '../../../program';
import { ZONE_LABEL } from '../../../values';
import type { Rule } from '../../rule';

/** What is said of zones fits those that the cluster has, where they are known. */
export const zones: Rule<Workload> = ({ settings, cluster }) => {
  const { nodeSelector, topologySpread } = settings.values;
  if (cluster.zones.length === 0) return [];
  const selected = Object.hasOwn(nodeSelector, ZONE_LABEL) ? nodeSelector[ZONE_LABEL] : undefined;
  if (selected !== undefined && !cluster.zones.includes(selected)) {
    return [
      {
        code: 'MS1034',
        message: `no node of ${cluster.name} is in the zone ${selected}`,
        given: `nodeSelector held ${ZONE_LABEL}=${selected} (${originOf(settings, `nodeSelector.${ZONE_LABEL}`)})`,
        allowed: cluster.zones.join(', '),
        fix: 'name a zone of the cluster, or add it to the zones in its facts',
      },
    ];
  }
  const within = selected === undefined ? cluster.zones : [selected];
  if (within.length > 1) return [];
  return topologySpread
    .filter(({ nodeLabel, required }) => nodeLabel === ZONE_LABEL && required)
    .map((): Problem => ({
      code: 'MS1035',
      message: 'replicas have to be spread over zones, and there is one',
      given:
        `TopologySpread.overZones was required (${originOf(settings, 'topologySpread')}), the pods may run ` +
        `in ${within.join('')} alone`,
      allowed: 'two zones or more',
      fix: 'state it where there are several zones, or leave required out: it keeps nothing apart here',
    }));
};
