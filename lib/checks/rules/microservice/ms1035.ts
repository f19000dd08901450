import { Rule, Severity } from '../../../errors';
import { Workload, originOf } from '../../../program';
import { ZONE_LABEL } from '../../../values';
import { isUnknownZone, selectedZone } from './zones';

/** Replicas cannot be spread over zones. */
export const MS1035: Rule<Workload> = {
  code: 'MS1035',
  title: 'replicas cannot be spread over zones',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'A spread over zones is required, and the pods may run in one zone alone: it keeps nothing apart, and all ' +
    'replicas fail with the zone. Require it where there are several zones.',
  reads: 'workload',

  evaluate: (facts) => {
    const { settings, cluster } = facts;
    const selected = selectedZone(facts);
    const within = selected === undefined ? cluster.zones : [selected];
    if (cluster.zones.length === 0 || within.length > 1 || isUnknownZone(facts)) return [];
    return settings.values.topologySpread
      .filter(({ nodeLabel, required }) => nodeLabel === ZONE_LABEL && required)
      .map(() => ({
        message: 'replicas have to be spread over zones, and there is one',
        given:
          `TopologySpread.overZones was required (${originOf(settings, 'topologySpread')}), the pods may run ` +
          `in ${within.join('')} alone`,
        allowed: 'two zones or more',
        fix: 'state it where there are several zones, or leave required out: it keeps nothing apart here',
      }));
  },
};
