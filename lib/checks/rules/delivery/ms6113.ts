import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { RolloutKind, isWhole } from '../../../values';

/** The numbers of a rollout are valid. */
export const MS6113: Rule<DeploymentWorkload> = {
  code: 'MS6113',
  title: 'invalid number of a rollout',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Replicas are exchanged by whole percents from 1 to 100, and a canary has more than no requests a second.',
  reads: 'rollout of the microservice',

  evaluate: ({ settings }) => {
    const { _kind: kind, surgePercent, requestsPerSecond } = settings.values.rollout;
    return [
      ...(surgePercent === undefined || isWhole(surgePercent, 1, 100)
        ? []
        : [
            {
              message: 'replicas cannot be exchanged at this rate',
              given: `maxSurge was ${surgePercent}`,
              allowed: 'whole percents from 1 to 100',
              fix: 'state how many percent of the replicas may be there beside the wanted ones',
            },
          ]),
      ...(kind !== RolloutKind.CANARY ||
      requestsPerSecond === undefined ||
      (requestsPerSecond > 0 && Number.isFinite(requestsPerSecond))
        ? []
        : [
            {
              message: 'the requests a second of a canary are invalid',
              given: `requestsPerSecond was ${requestsPerSecond}`,
              allowed: 'numbers above 0',
              fix: 'state the requests a second of a quiet hour, or leave it out where they are not known',
            },
          ]),
    ];
  },
};
