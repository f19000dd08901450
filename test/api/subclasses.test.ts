import * as cdk8s from 'cdk8s';
import { Construct } from 'constructs';
import { allowInvalidManifests } from '../support/rendered';
import * as library from '../../lib';

type Library = typeof library;
type Class = new (...args: any[]) => object;

const IMAGE = 'ghcr.io/acme/cart:1.4.2';

/** A program that makes an object of every class with a constructor, with findings and with objects of all concerns. */
function program(lib: Library): unknown {
  const { Port, Duration } = { ...lib, Duration: cdk8s.Duration };
  const app = new lib.App();
  const cluster = new lib.ClusterFacts({
    name: 'north',
    scrapers: [lib.NetworkPeer.pods({ namespace: 'monitoring' })],
  });
  const platforms = {
    istio: new lib.Platform({
      cluster,
      mesh: new lib.IstioMesh({ ingressGateway: new lib.IstioIngressGateway({ namespace: 'gateways' }) }),
      delivery: new lib.ArgoRollouts({ instanceId: 'blue' }),
      autoscaling: new lib.Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
      functions: new lib.KnativeServing({ domain: 'example.com' }),
      observability: {
        monitoring: new lib.PrometheusOperator({ selector: { release: 'kube-prometheus' } }),
        dashboards: new lib.GrafanaOperator({ instanceSelector: { app: 'grafana' } }),
        tracing: new lib.Tracing({ collector: { service: 'otel', namespace: 'tracing', labels: {} } }),
        logging: new lib.Logging({ podLabels: { 'not a label': '' } }),
      },
    }),
    plain: new lib.Platform({
      cluster,
      mesh: new lib.NoMesh(),
      delivery: new lib.KubernetesDelivery({ candidates: { nobody: { image: IMAGE, weight: 10 } } }),
      wayIn: new lib.GatewayApi(),
      autoscaling: new lib.HorizontalPodAutoscaling({ metricsAdapter: { requestsPerSecond: 'per second' } }),
      observability: {
        monitoring: new lib.PrometheusAnnotations({ ruleSelector: { rules: 'true' } }),
        dashboards: new lib.GrafanaConfigMaps({ folder: 'Shop' }),
      },
    }),
    ports: new lib.Platform({ wayIn: new lib.NodePort() }),
    rest: new lib.Platform({
      mesh: new lib.IstioMesh(),
      wayIn: new lib.LoadBalancer(),
      delivery: new lib.Flagger({ gate: 'http://gate.example' }),
      observability: { monitoring: new lib.NoMonitoring(), dashboards: new lib.NoDashboards() },
    }),
  };
  for (const [name, platform] of Object.entries(platforms)) {
    const stack = new lib.ApplicationStack(app, name, {
      platform,
      defaults: { metadata: { labels: { team: 'shop' } } },
    });
    const cart = new lib.Microservice(stack, 'cart', {
      image: IMAGE,
      ports: [Port.http(8080)],
      scaling: lib.Scaling.onCpu({ min: 2, max: 8 }),
      lifecycle: { rollout: lib.Rollout.canary() },
      objectives: [lib.Objective.availability(99.9)],
      pod: { mounts: [lib.Volume.emptyDir('cache').at('/cache')] },
    });
    const web = new lib.Microservice(stack, 'web', { image: 'web', ports: [Port.http(8080)] });
    const thumbnail = new lib.ServerlessFunction(stack, 'thumbnail', { image: IMAGE });
    const run = { activeDeadline: Duration.hours(1) };
    const report = new lib.Job(stack, 'report', { image: IMAGE, run });
    const nightly = new lib.ScheduledJob(stack, 'nightly', { image: IMAGE, run, schedule: '0 0 30 2 *' });
    const db = new lib.StatefulService(stack, 'db', {
      image: IMAGE,
      ports: [Port.tcp(5432)],
      claims: [lib.Claim.of('data', { size: cdk8s.Size.gibibytes(1), path: '/data' })],
    });
    new lib.SharedAccount(stack, 'agents');
    const logs = new lib.Agent(stack, 'logs', {
      image: IMAGE,
      ports: [Port.http(8080)],
      metadata: { serviceAccount: lib.Account.named('agents') },
    });
    new lib.ExternalSecret(stack, 'password', { extract: ['shop/database'] });
    new lib.SecretProviderClass(stack, 'certificate', { provider: 'vault' });
    const bank = new lib.ExternalService(stack, 'bank', { host: 'bank.example', ports: [Port.http(443), Port.tcp(0)] });
    const stock = new lib.MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.http(80)] });
    const functions = new lib.KnativeServing();
    web.calls(cart, { timeout: Duration.seconds(2) });
    cart.calls(bank);
    cart.calls(db);
    cart.calls(logs);
    cart.calls(stock);
    cart.calls(new lib.ServerlessFunctionReference({ name: 'resize', namespace: 'images', functions }));
    cart.acceptsCallsFrom(stock);
    thumbnail.calls(cart);
    report.calls(cart);
    report.callsKubernetesApi();
    nightly.calls(cart);
    web.expose({ public: true, host: `${name}.example.com` });
    web.patchContainer('web', { tty: true });
  }
  return {
    findings: app.validate(),
    objects: app.node
      .findAll()
      .filter((each) => cdk8s.ApiObject.isApiObject(each))
      .map((each) => each.toJson() as unknown),
  };
}

/** Members that stand between a class and what it extends outside of the library. */
const FOREIGN = new Set(
  [new cdk8s.App(), new cdk8s.Chart(new cdk8s.App(), 'chart'), new Construct(undefined as never, '')].flatMap(
    memberNames,
  ),
);

function memberNames(object: object): string[] {
  const prototype = Object.getPrototypeOf(object) as object | null;
  return [...Object.getOwnPropertyNames(object), ...(prototype === null ? [] : memberNames(prototype))];
}

/** Names that a subclass may use by accident: every member but the methods of a construct that programs call. */
function shadowable(made: object): string[] {
  const isConstruct = Construct.isConstruct(made);
  const names = memberNames(made).filter((name) => !FOREIGN.has(name));
  const called = (name: string) =>
    isConstruct && !name.startsWith('_') && typeof Reflect.get(made, name) === 'function';
  return [...names.filter((name) => !called(name)), 'facts', 'objects', 'platform', 'problems', 'state', 'statements'];
}

const WAYS = {
  fields: (type: Class): Class =>
    class extends type {
      public constructor(...args: any[]) {
        super(...args);
        for (const name of shadowable(this)) Object.defineProperty(this, name, { value: 'team', configurable: true });
      }
    },
  methods: (type: Class): Class => {
    class Team extends type {
      public constructor(...args: any[]) {
        super(...args);
        for (const name of shadowable(this))
          Object.defineProperty(Team.prototype, name, {
            get: () => () => [],
            set: () => undefined,
            configurable: true,
          });
      }
    }
    return Team;
  },
};

/** Bases of others, and what the library makes. */
const MADE_BY_OTHERS = [
  'AbstractCaller',
  'AbstractJob',
  'AbstractService',
  'AbstractWorkload',
  'Autoscaling',
  'Dashboards',
  'Delivery',
  'Functions',
  'Mesh',
  'Monitoring',
  'Mount',
  'WayIn',
];

/** Classes whose objects come from their constructor; all others have factories or are made by the library. */
const classes = (Object.entries(library) as [string, Class][]).filter(
  ([name, value]) =>
    typeof value === 'function' &&
    !MADE_BY_OTHERS.includes(name) &&
    Object.getOwnPropertyNames(value).every((each) => /^(?:length|name|prototype|is[A-Z].*)$/.test(each)),
);

allowInvalidManifests('the program states mistakes, which are to be found all the same');

test.each(Object.entries(WAYS))('%s of a subclass of any class replace nothing of the library', (_, subclass) => {
  const plain = program(library);
  expect((plain as { findings: { code: string }[] }).findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['MS1005', 'MS1080', 'MS5401', 'MS6101', 'MS6012']),
  );
  const used = new Set<string>();
  const teams = classes.map(([name, type]) => {
    class Counted extends type {
      public constructor(...args: any[]) {
        super(...args);
        used.add(name);
      }
    }
    return [name, subclass(Counted)];
  });
  expect(program({ ...library, ...(Object.fromEntries(teams) as object) })).toEqual(plain);
  expect([...used].sort()).toEqual(classes.map(([name]) => name).sort());
});
