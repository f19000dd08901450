import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { RolloutKind } from '../../../values';

/** A canary has two replicas or more. */
export const MS6107: Rule<DeploymentWorkload> = {
  code: 'MS6107',
  title: 'a canary has one replica',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'With one pod of each version, load is not split by weights, and the end of one pod is the end of its ' +
    'version; an autoscaler with `min: 1` has one whenever little is asked. State two replicas or more, ' +
    'or let replicas be exchanged by `Rollout.rolling()`.',
  reads: 'rollout and scaling of the microservice',

  evaluate: ({ settings }) => {
    const { rollout, scaling } = settings.values;
    const { min, max } = scaling;
    if (rollout._kind !== RolloutKind.CANARY || (min !== 1 && max !== 1)) return [];
    return [
      {
        message: 'a canary has one replica, and so has the version that it replaces',
        given:
          `scaling was ${min} to ${max}: one pod of each version` +
          `${max === 1 ? ', whatever the weight,' : ' while little is asked,'} and a failing one takes its version ` +
          'with it',
        allowed: '2 replicas or more',
        fix:
          max === 1
            ? 'state more replicas, or Rollout.rolling()'
            : 'state min: 2 or more replicas, or Rollout.rolling()',
      },
    ];
  },
};
