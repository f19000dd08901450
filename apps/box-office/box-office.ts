import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  AddressFormat,
  Agent,
  ApplicationStack,
  Backlog,
  ConfigFile,
  type ExposeOptions,
  ExternalSecret,
  ExternalService,
  ExternalTls,
  Microservice,
  Objective,
  type Platform,
  Port,
  Probe,
  RemoteKey,
  Retries,
  type Scaling,
  ServerlessFunction,
} from '../../lib';
import { batch } from './batch';
import { legacySeating } from './legacy-seating';
import { type StoreOptions, stores } from './stores';

/** Version of the orders. */
const ORDERS = '7.2.0';

/** Houses whose events are sold. */
const HOUSES = `houses:
  - name: Great Hall
    seats: 1200
  - name: Cellar
    seats: 90
`;

const grpc = { readiness: Probe.grpc(), liveness: Probe.grpc() };

/** Differences between environments beside their platforms. */
export interface BoxOfficeOptions {
  readonly stores: StoreOptions;
  /** Exposure of the website to visitors. */
  readonly exposure: ExposeOptions;
  /**
   * Scaling of the workloads that an advance sale fills.
   *
   * @default - as all others
   */
  readonly busy?: Scaling;
}

/** Sale of tickets: a website, orders with state, payments by others, and an old program that knows the seats. */
export function boxOffice(scope: Construct, platform: Platform, options: BoxOfficeOptions): ApplicationStack {
  const { busy, exposure } = options;
  const stack = new ApplicationStack(scope, 'box-office', { platform });

  const provider = new ExternalService(stack, 'payment-provider', {
    host: 'api.payments.example.com',
    ports: [Port.http(443)],
    tls: ExternalTls.byApplication(),
    availability: 99.95,
  });
  const mailServer = new ExternalService(stack, 'mail-server', { host: 'smtp.example.com', ports: [Port.tls(465)] });

  const { orders: ordersDb, events } = stores(stack, options.stores);
  batch(stack, { version: ORDERS, orders: ordersDb, payments: provider });

  const merchant = new ExternalSecret(stack, 'merchant', {
    keys: { key: RemoteKey.of('box-office/payments', { property: 'key' }) },
  });
  const payments = new Microservice(stack, 'payments', {
    image: 'ghcr.io/acme/payments:3.0.2',
    ports: [Port.grpc(7000)],
    probes: grpc,
    lifecycle: { longestRequest: Duration.seconds(20) },
    objectives: [Objective.availability(99.9)],
    pod: { mounts: [merchant.secret.volume('merchant').at('/etc/merchant')] },
  });
  // Twice charged is worse than not charged: the provider knows a payment again by its key.
  payments.calls(provider, { timeout: Duration.seconds(15) });

  const seating = legacySeating(stack);

  const orders = new Microservice(stack, 'orders', {
    image: `ghcr.io/acme/orders:${ORDERS}`,
    ports: [Port.grpc(7000)],
    probes: grpc,
    scaling: busy,
    lifecycle: { longestRequest: Duration.seconds(30) },
    objectives: [Objective.availability(99.9), Objective.latency(95, Duration.millis(2500))],
  });
  orders.calls(ordersDb, {
    port: 5432,
    addresses: [{ name: 'DB_ADDR' }, { name: 'DB_REPLICAS', format: AddressFormat.replicas() }],
  });
  orders.calls(events, { port: 4222 });
  orders.calls(payments, { timeout: Duration.seconds(20) });
  orders.calls(seating, { timeout: Duration.seconds(5), operation: { methods: ['POST'], paths: ['/seats/*'] } });

  const catalog = new Microservice(stack, 'catalog', {
    image: 'ghcr.io/acme/catalog:1.9.0',
    ports: [Port.grpc(7000)],
    probes: grpc,
    scaling: busy,
    pod: { mounts: [ConfigFile.fromText('/etc/catalog/houses.yaml', HOUSES)] },
  });
  catalog.calls(ordersDb, { port: 5432 });

  // Posters come in a few times a day.
  const posters = new ServerlessFunction(stack, 'posters', {
    image: 'ghcr.io/acme/posters:0.4.0',
    lifecycle: { longestRequest: Duration.minutes(1), startupTime: Duration.seconds(20) },
  });

  const mailer = new Microservice(stack, 'mailer', {
    image: 'ghcr.io/acme/mailer:2.2.0',
    probes: { liveness: Probe.command(['/mailer', 'healthy']) },
    telemetry: { backlogs: [Backlog.nats(5000, { stream: 'orders', consumer: 'mailer' })] },
  });
  mailer.calls(events, { port: 4222 });
  mailer.calls(mailServer);

  // Parts of pages, on the node that asks for them.
  const fragments = new Agent(stack, 'fragments', {
    image: 'memcached:1.6.39-alpine',
    metadata: { component: 'cache' },
    ports: [Port.tcp(11211)],
    pod: { args: ['-m', '192'] },
  });

  const website = new Microservice(stack, 'website', {
    image: 'ghcr.io/acme/website:12.1.0',
    ports: [Port.http(8080)],
    probes: { readiness: Probe.http('/ready'), liveness: Probe.http('/healthz') },
    scaling: busy,
    lifecycle: { longestRequest: Duration.seconds(40) },
    objectives: [Objective.availability(99.5)],
  });
  website.calls(catalog, { timeout: Duration.seconds(2), retries: Retries.upTo(2), idempotent: true });
  website.calls(orders, { timeout: Duration.seconds(30) });
  website.calls(posters);
  website.calls(fragments);
  website.expose(exposure);
  return stack;
}
