import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { type ApplicationStack, Claim, Port, Probe, Scaling, StatefulService } from '../../lib';

/** Differences between environments of the stores. */
export interface StoreOptions {
  /** Replicas of each store. */
  readonly replicas: number;
  /** Room for the data of a replica of the database. */
  readonly databaseSize: Size;
  /**
   * Replicas of the database, counted from 0, that keep their version until this is taken back.
   *
   * @default - none
   */
  readonly partition?: number;
}

/** Stores of the box office, which keep its orders and hand on its events. */
export interface Stores {
  readonly orders: StatefulService;
  readonly events: StatefulService;
}

/** A replicated database and a queue of events, whose replicas find each other by their names. */
export function stores(stack: ApplicationStack, { replicas, databaseSize, partition }: StoreOptions): Stores {
  const orders = new StatefulService(stack, 'orders-db', {
    image: 'ghcr.io/acme/postgres-ha:16.4',
    metadata: { component: 'database' },
    ports: [Port.tcp(5432, { name: 'postgres' }), Port.http(8008, { name: 'ha' })],
    claims: [Claim.of('data', { size: databaseSize, path: '/var/lib/postgresql', storageClass: 'fast' })],
    scaling: Scaling.fixed(replicas),
    probes: {
      readiness: Probe.http('/readiness', { port: 8008 }),
      liveness: Probe.http('/liveness', { port: 8008 }),
    },
    // A checkpoint writes what memory holds before the process ends.
    lifecycle: { longestRequest: Duration.minutes(1), startupTime: Duration.minutes(5), partition },
    resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(2), limit: Size.gibibytes(2) } },
  });
  // Replicas copy each other's log, and agree on the one that writes.
  orders.calls(orders, { port: 5432 });
  orders.calls(orders, { port: 8008 });

  const events = new StatefulService(stack, 'events', {
    image: 'nats:2.12.2-alpine',
    metadata: { component: 'queue' },
    ports: [
      Port.tcp(4222, { name: 'clients' }),
      Port.tcp(6222, { name: 'cluster' }),
      Port.http(8222, { name: 'monitor' }),
    ],
    claims: [Claim.of('streams', { size: Size.gibibytes(10), path: '/data', storageClass: 'fast' })],
    scaling: Scaling.fixed(replicas),
    probes: {
      readiness: Probe.http('/healthz?js-enabled-only=true', { port: 8222 }),
      liveness: Probe.http('/healthz?js-server-only=true', { port: 8222 }),
    },
  });
  events.calls(events, { port: 6222 });
  return { orders, events };
}
