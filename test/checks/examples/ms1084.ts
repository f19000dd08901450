import { Duration } from 'cdk8s';
import { Job } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: { activeDeadline: Duration.hours(1), parallelism: 4, completions: 2 },
  });
}

export function passing({ shop }: Start): void {
  new Job(shop, 'report', {
    image: 'report:1.4.2',
    run: { activeDeadline: Duration.hours(1), parallelism: 2, completions: 4 },
  });
}
