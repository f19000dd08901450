import { Duration } from 'cdk8s';
import { ConcurrencyPolicy, ScheduledJob } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '*/15 * * * *',
    run: { activeDeadline: Duration.hours(1) },
    scheduling: { concurrencyPolicy: ConcurrencyPolicy.ALLOW },
  });
}

export function passing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '*/15 * * * *',
    run: { activeDeadline: Duration.hours(1) },
  });
}
