import { Duration } from 'cdk8s';
import { Job, PodFailureAction, PodFailureRule } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: {
      activeDeadline: Duration.hours(1),
      podFailurePolicy: [PodFailureRule.onExitCodes(PodFailureAction.FAIL_JOB, [0])],
    },
  });
}

export function passing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: {
      activeDeadline: Duration.hours(1),
      podFailurePolicy: [PodFailureRule.onExitCodes(PodFailureAction.FAIL_JOB, [42])],
    },
  });
}
