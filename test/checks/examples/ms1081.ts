import { Duration } from 'cdk8s';
import { ScheduledJob } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '0 3 * * *',
    run: { activeDeadline: Duration.hours(1) },
    timeZone: 'Europe/Bonn',
  });
}

export function passing({ shop }: Start): void {
  new ScheduledJob(shop, 'report', {
    image: 'report:1.4.2',
    schedule: '0 3 * * *',
    run: { activeDeadline: Duration.hours(1) },
    timeZone: 'Europe/Berlin',
  });
}
