import { type Rule, Severity } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';
import { validObjectives } from './objective';

/** Samples may be kept for less long than an objective looks back. */
export const MS5310: Rule<PlatformUse> = {
  code: 'MS5310',
  title: 'nothing says for how long samples are kept',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The rest of an error budget is added up from samples of the whole window of an objective. Prometheus keeps ' +
    'samples for 15 days where nothing else is stated, and one of the Prometheus operator for 24 hours. State the ' +
    '`retention` of the monitoring as Prometheus has it; an objective with a longer window is then an error.',
  reads: 'objectives of microservices on the platform, monitoring',

  evaluate: ({ microservices, platform: { monitoring } }) => {
    const { name: provider, retentionDays, defaultRetentionDays, evaluatesRules } = monitoring._facts;
    if (retentionDays !== undefined || defaultRetentionDays === undefined || !evaluatesRules) return [];
    const longest = microservices
      .flatMap(({ name, objectives }) => validObjectives(objectives).map((objective) => ({ name, objective })))
      .filter(({ objective }) => objective.windowDays > defaultRetentionDays)
      .sort((a, b) => b.objective.windowDays - a.objective.windowDays || (a.name < b.name ? -1 : 1))[0];
    return longest === undefined
      ? []
      : [
          {
            message: 'nothing says that samples are kept for as long as objectives look back',
            given:
              `${provider} stated no retention, and keeps samples for ${defaultRetentionDays} ` +
              `${defaultRetentionDays === 1 ? 'day' : 'days'} by default; the objective ${longest.objective.name} of ` +
              `${longest.name} looks back ${longest.objective.windowDays} days`,
            allowed: `a retention of ${longest.objective.windowDays} days or more`,
            fix: `state retention of ${provider}, as its Prometheus has it`,
          },
        ];
  },
};
