import { Rule, Severity } from '../../../../errors';
import { isLabelValue } from '../../../kubernetes';

const SHORTEST_INTERVAL_SECONDS = 5;

/** An installation of Argo Rollouts. */
export interface ControllerFacts {
  /** Value of the controller's `--instance-id`. */
  readonly instanceId: string | undefined;
  /** Time between two measurements of a new version. */
  readonly intervalSeconds: number;
}

/** The facts of the controller are valid. */
export const MS6122: Rule<ControllerFacts> = {
  code: 'MS6122',
  title: 'invalid fact of Argo Rollouts',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    "The instance id is the value of a label, as the controller's `--instance-id` has it, and the time " +
    'between two measurements of a new version is 5 s or more: whole seconds.',
  reads: 'delivery of the platform',

  evaluate: ({ instanceId, intervalSeconds }) => [
    ...(instanceId === undefined || (instanceId !== '' && isLabelValue(instanceId))
      ? []
      : [
          {
            message: 'the instance id of Argo Rollouts is invalid',
            given: `instanceId was '${instanceId}'`,
            allowed: 'values of labels',
            fix: 'state it as the controller is started with',
          },
        ]),
    ...(Number.isInteger(intervalSeconds) && intervalSeconds >= SHORTEST_INTERVAL_SECONDS
      ? []
      : [
          {
            message: 'the time between two measurements of a new version is invalid',
            given: `analysisInterval was ${intervalSeconds} s`,
            allowed: `whole seconds from ${SHORTEST_INTERVAL_SECONDS}`,
            fix: `state ${SHORTEST_INTERVAL_SECONDS} s or more, as in Duration.seconds(60), or leave it out`,
          },
        ]),
  ],
};
