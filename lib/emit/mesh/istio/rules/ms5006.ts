import type { Rule } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { MS5006 } from '../../rules';
import { mergedPorts } from './merged-ports';

/** The agent of the proxy merges the metrics of one port. */
export const MS5006_PROXY: Rule<DeploymentWorkload> = {
  ...MS5006,

  evaluate: (facts) => {
    const merged = mergedPorts(facts);
    return merged.length <= 1
      ? []
      : [
          {
            message: `the proxy of ${facts.name} merges the metrics of one port alone`,
            given: `ports ${merged.map(({ number }) => number).join(', ')} serve metrics`,
            allowed: 'one port that serves metrics, or another MetricsAccess',
            fix: 'serve all metrics on one port',
          },
        ];
  },
};
