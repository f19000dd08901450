import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';

/** The monitoring of the platform evaluates the rules of objectives. */
export const MS5002: Rule<DeploymentWorkload> = {
  code: 'MS5002',
  title: 'objectives have no effect here',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Nothing on the platform evaluates rules, so no alert reports a missed objective. State the monitoring of ' +
    'the platform; acknowledge the finding on platforms without.',
  reads: 'objectives of the microservice, monitoring',

  evaluate: ({ name, objectives, monitoring }) =>
    objectives.length === 0 || monitoring.evaluatesRules
      ? []
      : [
          {
            message: `objectives of ${name} have no effect with ${monitoring.name}`,
            given: `stated: ${objectives.map((objective) => objective.name).join(', ')}`,
            allowed: 'platforms whose monitoring evaluates rules',
            fix: 'state monitoring on the platform, as new PrometheusOperator({ … }), or acknowledge this',
          },
        ],
};
