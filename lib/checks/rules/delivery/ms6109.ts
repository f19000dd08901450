import { Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, unique } from '../../../program';
import { CanaryStepKind } from '../../../values';
import { stepsOf } from './steps';

/** Every request that a step mirrors may be carried out twice. */
export const MS6109: Rule<DeploymentWorkload> = {
  code: 'MS6109',
  title: 'requests are carried out twice',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Both versions carry a mirrored request out, and only the answer is thrown away: orders are placed and ' +
    'mails are sent twice. Every call must be idempotent, which is unknown of requests from outside.',
  reads: 'rollout, callers and exposures of the microservice',

  evaluate: ({ settings, inbound, exposures }) => {
    if (stepsOf(settings.values.rollout, CanaryStepKind.MIRROR).length === 0) return [];
    const calls = inbound
      .filter(({ options }) => options.idempotent !== true)
      .map(({ caller }) => `calls of ${caller.name}`);
    const unsafe = unique(calls).concat(exposures.length > 0 ? ['requests from outside'] : []);
    return unsafe.length === 0
      ? []
      : [
          {
            message: 'copies of requests are carried out too',
            given: `a step mirrors requests, and ${unsafe.join(', ')} may not be carried out twice`,
            allowed: 'mirrored steps where every call is idempotent',
            fix:
              'state idempotent: true where it is, or leave the step out; acknowledge it where the new version ' +
              'writes elsewhere',
          },
        ];
  },
};
