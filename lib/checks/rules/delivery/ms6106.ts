import { Rule, Severity } from '../../../errors';
import { judgedObjectives, DeploymentWorkload } from '../../../program';
import { RolloutKind } from '../../../values';

/** A canary has an objective to be judged by. */
export const MS6106: Rule<DeploymentWorkload> = {
  code: 'MS6106',
  title: 'no objective judges a new version',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A canary is judged by the objectives of all requests, and taken back when it burns their budget as fast ' +
    'as would page somebody. State an objective, or `analysis: false` where somebody watches.',
  reads: 'rollout and objectives of the microservice',

  evaluate: (facts) => {
    const { _kind: kind, analysis } = facts.settings.values.rollout;
    return kind !== RolloutKind.CANARY || !analysis || judgedObjectives(facts).length > 0
      ? []
      : [
          {
            message: 'there is no objective to judge a new version by',
            given: 'no objective is about all requests',
            allowed: 'canaries of microservices with an objective, and canaries without analysis',
            fix: 'state objectives: [Objective.availability(99.9)], or analysis: false',
          },
        ];
  },
};
