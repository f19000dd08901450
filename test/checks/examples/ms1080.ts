import { Duration } from 'cdk8s';
import { ScheduledJob } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '0 3 30 2 *',
    run: { activeDeadline: Duration.hours(1) },
  });
}

export function passing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '0 3 28 2 *',
    run: { activeDeadline: Duration.hours(1) },
  });
}
