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
      : reasons(facts).map(([reason, names]) => ({
          message: `nothing measures the objective ${names.join(', ')} of ${facts.name}`,
          ...reason,
        })),
};

type Reason = NonNullable<ReturnType<typeof unmeasured>>;

/** Each reason with the objectives that are not measured for it. */
function reasons(facts: DeploymentWorkload): (readonly [Reason, string[]])[] {
  const found = new Map<string, readonly [Reason, string[]]>();
  for (const objective of facts.objectives) {
    const reason = unmeasured(facts, objective);
    if (reason === undefined) continue;
    const [, names] = found.get(reason.given) ?? [reason, []];
    found.set(reason.given, [reason, [...names, objective.name]]);
  }
  return [...found.values()];
}
