import { Duration } from 'cdk8s';
import { Job, SuccessRule } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: { activeDeadline: Duration.hours(1), indexed: true, completions: 4, successPolicy: [SuccessRule.count(1)] },
  });
}

export function passing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: { activeDeadline: Duration.hours(1), indexed: true, completions: 4 },
  });
}
