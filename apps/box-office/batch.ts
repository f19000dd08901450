import { Duration } from 'cdk8s';
import {
  type ApplicationStack,
  type ExternalService,
  Job,
  PodFailureAction,
  PodFailureRule,
  ScheduledJob,
  type StatefulService,
} from '../../lib';

/** Callees of the batch work. */
export interface BatchOptions {
  /** Version of the orders whose tables are wanted. */
  readonly version: string;
  readonly orders: StatefulService;
  readonly payments: ExternalService;
}

/** Work that ends: the tables of a new version, and the nightly comparison of orders with payments. */
export function batch(stack: ApplicationStack, { version, orders, payments }: BatchOptions): void {
  // Kubernetes refuses another image for a Job that is there: each version has a Job of its own.
  const migrate = new Job(stack, `migrate-${version.replaceAll('.', '-')}`, {
    image: `ghcr.io/acme/orders:${version}`,
    run: {
      activeDeadline: Duration.minutes(15),
      // 3 is the exit status of a migration that no further try mends.
      podFailurePolicy: [
        PodFailureRule.onDisruption(PodFailureAction.IGNORE),
        PodFailureRule.onExitCodes(PodFailureAction.FAIL_JOB, [3]),
      ],
    },
    pod: { args: ['migrate'] },
  });
  migrate.calls(orders, { port: 5432 });

  const settle = new ScheduledJob(stack, 'settle', {
    image: 'ghcr.io/acme/settle:2.4.1',
    schedule: '30 3 * * *',
    timeZone: 'Europe/Berlin',
    run: { activeDeadline: Duration.hours(2), backoffLimit: 3 },
    scheduling: { startingDeadline: Duration.hours(1) },
  });
  settle.calls(orders, { port: 5432 });
  settle.calls(payments, { timeout: Duration.seconds(30) });
}
