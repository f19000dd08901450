import { Rule, Severity } from '../../../errors';
import { Workload, originOf } from '../../../program';
import { ZONE_LABEL } from '../../../values';
import { isUnknownZone, selectedZone } from './zones';

/** No node is in the zone. */
export const MS1034: Rule<Workload> = {
  code: 'MS1034',
  title: 'no node is in the zone',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The node selector names a zone that is not among the zones in the facts of the cluster, so no pod would ever ' +
    'start. Name one of them, or complete the facts.',
  reads: 'workload',

  evaluate: (facts) =>
    isUnknownZone(facts)
      ? [
          {
            message: `no node of ${facts.cluster.name} is in the zone ${selectedZone(facts)}`,
            given:
              `nodeSelector held ${ZONE_LABEL}=${selectedZone(facts)} ` +
              `(${originOf(facts.settings, `nodeSelector.${ZONE_LABEL}`)})`,
            allowed: facts.cluster.zones.join(', '),
            fix: 'name a zone of the cluster, or add it to the zones in its facts',
          },
        ]
      : [],
};
