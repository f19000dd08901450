import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { unmeasured } from './unmeasured';

/** A series measures every objective. */
export const MS5007: Rule<DeploymentWorkload> = {
  code: 'MS5007',
  title: 'nothing measures an objective',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    "Objectives are measured by callers' proxies where there is a mesh, else by the application's own " +
    'metrics. State `requestMetrics` and a port that serves them; acknowledge the finding on platforms that ' +
    'have neither.',
  reads: 'objectives, ports and callers of the microservice, mesh',

  evaluate: (facts) =>
    !facts.monitoring.evaluatesRules
      ? []
      : facts.objectives.flatMap((objective) => {
          const reason = unmeasured(facts, objective);
          return reason === undefined
            ? []
            : [{ message: `nothing measures the objective ${objective.name} of ${facts.name}`, ...reason }];
        }),
};
