import { Rule, Severity } from '../../../errors';
import { lifecycle, DeploymentWorkload } from '../../../program';
import { RolloutKind, isWhole } from '../../../values';

/** The old version of a switch runs until its last request has ended. */
export const MS6114: Rule<DeploymentWorkload> = {
  code: 'MS6114',
  title: 'the old version ends before its last request',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'After a switch, callers still send requests to the old version until they have learned of it, and the ' +
    'last of these may take as long as the longest request.',
  reads: 'rollout and longest request of the microservice',

  evaluate: ({ settings, ports }) => {
    const { rollout, longestRequest } = settings.values;
    const { _kind: kind, scaleDownDelay } = rollout;
    if (kind !== RolloutKind.BLUE_GREEN || scaleDownDelay === undefined || !isWhole(scaleDownDelay, 0)) return [];
    const { preStop } = lifecycle({ ...settings.values, serves: ports.length > 0 });
    const needed = preStop + longestRequest;
    return scaleDownDelay >= needed
      ? []
      : [
          {
            message: 'the old version ends before its last request',
            given:
              `scaleDownDelay was ${scaleDownDelay} s: callers learn of the switch within ${preStop} s, and a ` +
              `request lasts up to ${longestRequest} s`,
            allowed: `${needed} s or more`,
            fix: `state ${needed} s or more`,
          },
        ];
  },
};
