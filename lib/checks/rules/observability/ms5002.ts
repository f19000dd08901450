import { Rule, Severity, shortList } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';

/** The monitoring of the platform evaluates the rules of objectives. */
export const MS5002: Rule<PlatformUse> = {
  code: 'MS5002',
  title: 'objectives have no effect here',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Nothing on the platform evaluates rules, so no alert reports a missed objective. State the monitoring of ' +
    'the platform; acknowledge the finding on platforms without.',
  reads: 'objectives of all microservices of the platform, monitoring',

  evaluate: ({ microservices, platform: { monitoring } }) => {
    const stating = microservices.filter(({ objectives }) => objectives.length > 0);
    return stating.length === 0 || monitoring._facts.evaluatesRules
      ? []
      : [
          {
            message: `objectives have no effect with ${monitoring._facts.name}`,
            given: `stated: ${shortList(
              stating.map(({ name, objectives }) => `${objectives.map((each) => each.name).join(', ')} of ${name}`),
            )}`,
            allowed: 'platforms whose monitoring evaluates rules',
            fix: 'state monitoring on the platform, as new PrometheusOperator({ … }), or acknowledge this',
          },
        ];
  },
};
