import { App as PlainApp, Chart } from 'cdk8s';
import { ConfigMap, EnvFrom, EnvValue, Secret, Service as PlainService } from 'cdk8s-plus-27';
import {
  AddressFormat,
  ApplicationStack,
  ClusterFacts,
  ExternalService,
  Flagger,
  IstioMesh,
  KnativeServing,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  Platform,
  Port,
  Probe,
  Rollout,
  ServerlessFunction,
  Tracing,
} from '../../lib';
import { hostsIn } from '../../lib/checks/rules/environment/hosts';
import { Case, cart, describeCode, findings, findingsOf, IMAGE, service } from './cases';

/** A case in which one statement of `cart` is wrong. */
function props(
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  expected: Pick<Case, 'given'> & Partial<Case>,
): Case {
  return { name, bad: (stack) => cart(stack, bad), good: (stack) => cart(stack, good), fix: '$$(', ...expected };
}

const settings = (stack: ApplicationStack) =>
  new ConfigMap(stack, 'settings', { metadata: { name: 'settings' }, data: { HOST: 'x' } });
const elsewhere = (stack: ApplicationStack) => ConfigMap.fromConfigMapName(stack, 'elsewhere', 'flags');

describeCode('MS1062', [
  props(
    'a variable',
    { env: { URL: 'http://$(NOWHERE)' } },
    { env: { URL: 'http://$(HOST)', HOST: 'x' } },
    { given: 'variable URL of container cart refers to NOWHERE', allowed: 'no other', fix: 'state NOWHERE' },
  ),
  props(
    'an argument',
    { pod: { args: ['--to=$(NOWHERE)'] } },
    { env: { HOST: 'x' }, pod: { args: ['--to=$(HOST)', '$$(NOWHERE)', '$(date)', '$(KUBERNETES_SERVICE_HOST)'] } },
    { given: 'args of container cart', allowed: 'no other' },
  ),
  props(
    'a command with lower case',
    { pod: { command: ['/bin/cart', '$(nowhere)'] } },
    { pod: { command: ['/bin/bash', '-c', 'echo $(nowhere) $(cat /etc/hosts)'] } },
    { given: 'command of container cart' },
  ),
  props(
    'a shell with a name that no program has',
    { pod: { command: ['sh', '-c', 'run $(NOWHERE)'] } },
    { pod: { command: ['sh', '-c', 'run $NOWHERE'] } },
    { given: 'refers to NOWHERE' },
  ),
  props(
    'an init container, which does not see variables of the main one',
    { env: { A: '1' }, pod: { initContainers: [{ name: 'wait', image: IMAGE, args: ['$(A)'] }] } },
    { pod: { initContainers: [{ name: 'wait', image: IMAGE, args: ['$(A)'], env: { A: '1' } }] } },
    { given: 'args of container wait' },
  ),
  props(
    'an additional container',
    { pod: { containers: [{ name: 'agent', image: IMAGE, env: { B: '$(A)' } }] } },
    { pod: { containers: [{ name: 'agent', image: IMAGE, env: { B: '$(A)', A: '1' } }] } },
    { given: 'variable B of container agent' },
  ),
  props(
    'a probe',
    { probes: { liveness: Probe.command(['check', '$(NOWHERE)']) } },
    { env: { A: '1' }, probes: { liveness: Probe.command(['check', '$(A)']) } },
    { given: 'liveness probe of container cart' },
  ),
  {
    name: 'a probe and a variable that is no literal',
    bad: (stack) =>
      cart(stack, {
        probes: { readiness: Probe.command(['check', '$(A)']) },
        pod: { envValues: { A: EnvValue.fromConfigMap(elsewhere(stack), 'a') } },
      }),
    good: (stack) =>
      cart(stack, { pod: { args: ['$(A)'], envValues: { A: EnvValue.fromConfigMap(elsewhere(stack), 'a') } } }),
    given: 'readiness probe',
    fix: 'state A',
  },
  {
    name: 'keys of a ConfigMap of the program',
    bad: (stack) => cart(stack, { env: { URL: '$(S_PORT)' }, pod: { envFrom: [new EnvFrom(settings(stack), 'S_')] } }),
    good: (stack) => cart(stack, { env: { URL: '$(S_HOST)' }, pod: { envFrom: [new EnvFrom(settings(stack), 'S_')] } }),
    given: 'refers to S_PORT',
    fix: 'state S_PORT',
  },
  {
    name: 'keys that nobody knows',
    bad: (stack) => cart(stack, { env: { URL: '$(A)' } }),
    good: (stack) => cart(stack, { env: { URL: '$(A)' }, pod: { envFrom: [new EnvFrom(elsewhere(stack))] } }),
    given: 'refers to A',
    fix: 'state A',
  },
  {
    name: 'the address of a callee, for a container that gets none',
    bad: (stack) => {
      const caller = cart(stack, {
        pod: { initContainers: [{ name: 'wait', image: IMAGE, args: ['$(STOCK_ADDR)'] }] },
      });
      caller.calls(service(stack, 'stock'), { addresses: [{ containers: ['cart'] }] });
    },
    good: (stack) => {
      const caller = cart(stack, {
        pod: { initContainers: [{ name: 'wait', image: IMAGE, args: ['$(STOCK_ADDR)'] }] },
      });
      caller.calls(service(stack, 'stock'));
    },
    given: 'args of container wait refers to STOCK_ADDR',
    fix: 'state STOCK_ADDR',
  },
  {
    name: 'a template of an address',
    bad: (stack) =>
      cart(stack).calls(service(stack, 'stock'), {
        addresses: [{ name: 'URL', format: AddressFormat.template('pg://$(USER)@{host}') }],
      }),
    good: (stack) =>
      cart(stack, { env: { USER: 'u' } }).calls(service(stack, 'stock'), {
        addresses: [{ name: 'URL', format: AddressFormat.template('pg://$(USER)@{host}') }],
      }),
    given: 'variable URL of container cart refers to USER',
    fix: 'state USER',
  },
  {
    name: 'what patches leave',
    bad: (stack) => cart(stack, { env: { A: '1' } }).patchContainer('cart', { args: ['$(NOWHERE)'] }),
    good: (stack) =>
      cart(stack, { pod: { args: ['$(LATE)'] } }).patchContainer('cart', { env: [{ name: 'LATE', value: '1' }] }),
    given: 'args of container cart',
    fix: 'state NOWHERE',
  },
  {
    name: 'a variable that a patch puts behind the reference',
    bad: (stack) =>
      cart(stack, { env: { A: '1' } }).patchContainer('cart', {
        env: [
          { name: 'B', value: '$(C)' },
          { name: 'C', value: '1' },
        ],
      }),
    good: (stack) =>
      cart(stack, { env: { A: '1' } }).patchContainer('cart', {
        env: [
          { name: 'C', value: '1' },
          { name: 'B', value: '$(C)' },
        ],
      }),
    given: 'which stands behind it',
    fix: 'state C',
  },
]);

test('a circle of variables is one finding', () => {
  const codes = findings((stack) => cart(stack, { env: { A: '$(B)', B: '$(A)', C: '$(A)' } })).map(({ code }) => code);
  expect(codes).toEqual(['MS1011']);
});

test('a reference to a missing variable can be acknowledged', () => {
  const [finding] = findings((stack) => {
    cart(stack, { env: { A: '$(B)' } }).acknowledge('MS1062', 'The application expands it by itself.');
  });
  expect(finding).toMatchObject({ code: 'MS1062', acknowledged: 'The application expands it by itself.' });
});

test('variables of the platform and of what runs a function count where they are', () => {
  const codes = (state: (stack: ApplicationStack) => void) => {
    const app = new PlainApp();
    const tracing = new Tracing({
      collector: { service: 'collector', namespace: 'traces', labels: { app: 'collector' } },
    });
    state(
      new ApplicationStack(app, 'shop', {
        platform: new Platform({ functions: new KnativeServing(), observability: { tracing } }),
      }),
    );
    return findingsOf(app)
      .filter(({ code }) => code === 'MS1062')
      .map(({ given }) => given);
  };
  expect(codes((stack) => cart(stack, { env: { A: '$(OTEL_SERVICE_NAME)' } }))).toEqual([]);
  const resize = (stack: ApplicationStack, more: object) =>
    new ServerlessFunction(stack, 'resize', { image: 'acme/resize:1', ...more });
  expect(codes((stack) => resize(stack, { pod: { args: ['--port=$(PORT)', '$(K_REVISION)'] } }))).toEqual([]);
  expect(codes((stack) => resize(stack, { env: { A: '$(PORT)' } }))).toEqual([
    expect.stringContaining('variable A of container resize refers to PORT'),
  ]);
});

const named = (value: string) => (stack: ApplicationStack) => void cart(stack, { env: { OTHER: value } });

describeCode('MS1063', [
  {
    name: 'a full name',
    bad: named('http://nosuch.shop.svc:8080/'),
    good: named('http://nosuch.other.svc:8080/'),
    given: 'variable OTHER of container cart names nosuch.shop.svc:8080',
    allowed: 'of shop',
    fix: 'MicroserviceReference',
  },
  {
    name: 'a name with the domain of the cluster, in an argument',
    bad: (stack) => void cart(stack, { pod: { args: ['--to', 'db-0.nosuch.shop.svc.cluster.local'] } }),
    good: (stack) => void cart(stack, { pod: { args: ['--to', 'nosuch.shop.svc.cluster.other'] } }),
    given: 'args of container cart',
    fix: 'correct the name',
  },
  {
    name: 'a Service of the program',
    bad: named('nosuch.shop.svc'),
    good: (stack) => {
      new PlainService(stack, 'service', { metadata: { name: 'nosuch' }, ports: [{ port: 80 }] });
      named('nosuch.shop.svc')(stack);
    },
    given: 'nosuch.shop.svc',
    fix: 'correct the name',
  },
  {
    name: 'a short name in a URL, which no call opens the way to',
    bad: named('http://nosuch:8080/items'),
    good: (stack) =>
      cart(stack, {
        env: { OTHER: 'http://nosuch:8080', LOCAL: 'http://localhost:9000', OUTSIDE: 'https://example.com' },
        security: { networkPolicy: false },
      }),
    given: 'variable OTHER of container cart names nosuch:8080',
    fix: 'MicroserviceReference',
  },
  {
    name: 'a short name of an external service',
    bad: named('http://legacy:8080'),
    good: (stack) =>
      cart(stack, { env: { OTHER: 'http://legacy:8080' } }).calls(
        new ExternalService(stack, 'old', { host: 'legacy', ports: [Port.http(8080)] }),
      ),
    given: 'legacy:8080',
    fix: 'correct the name',
  },
  {
    name: 'a callee that is stated elsewhere',
    bad: named('nosuch.shop.svc:80'),
    good: (stack) =>
      cart(stack, { env: { OTHER: 'nosuch.shop.svc:80' } }).calls(
        new MicroserviceReference({
          name: 'nosuch',
          namespace: 'shop',
          ports: [Port.http(80)],
          podLabels: { app: 'nosuch' },
        }),
      ),
    given: 'nosuch.shop.svc',
    fix: 'correct the name',
  },
  {
    name: 'a value of a ConfigMap',
    bad: (stack) =>
      cart(stack, {
        pod: {
          envFrom: [new EnvFrom(new ConfigMap(stack, 'c', { data: { URL: 'http://nosuch.shop.svc' } }))],
        },
      }),
    good: named('nosuch:8080'),
    given: 'variable URL of container cart',
    fix: 'correct the name',
  },
]);

const calling =
  (value: string, calls = false) =>
  (stack: ApplicationStack) => {
    const stock = service(stack, 'stock', { ports: [Port.http(8080), Port.grpc(9090)] });
    const caller = cart(stack, { env: { OTHER: value, PORT: '8080' } });
    if (calls) caller.calls(stock, { port: 8080 });
  };

describeCode('MS1064', [
  ...[
    'http://stock',
    'http://stock:$(PORT)/items',
    'grpc://stock:9090',
    'stock:8080',
    'a=b,stock:8080',
    'redis://user@stock:1/0',
    'stock.shop.svc',
    'https://stock.shop:8080/items?x=1',
    'stock.shop.svc.cluster.local:8080',
  ].map((value) => ({
    name: `names it: ${value}`,
    bad: calling(value),
    good: calling(value.replace(':9090', ':8080'), true),
    given: 'variable OTHER of container cart names stock',
    fix: 'state cart.calls(stock',
  })),
  {
    name: 'another port than the one that is called',
    bad: calling('http://stock:9090', true),
    good: calling('http://stock:8080', true),
    given: 'stock:9090',
    fix: 'cart.calls(stock, { port: 9090 })',
  },
  {
    name: 'a Secret of the program, whose value is not shown',
    bad: (stack) => {
      service(stack, 'stock');
      const secret = new Secret(stack, 's', { stringData: { url: 'http://u:topsecret@stock:8080' } });
      cart(stack, { pod: { envValues: { URL: EnvValue.fromSecretValue({ secret, key: 'url' }) } } });
    },
    good: (stack) => {
      const secret = new Secret(stack, 's', { stringData: { url: 'http://u:topsecret@stock:8080' } });
      cart(stack, { pod: { envValues: { URL: EnvValue.fromSecretValue({ secret, key: 'url' }) } } }).calls(
        service(stack, 'stock'),
      );
    },
    given: 'variable URL of container cart names stock:8080',
    fix: 'cart.calls(stock',
  },
]);

test.each([
  'stock',
  'stock:1.4.2',
  'stock:81',
  's3://stock/items',
  'file://stock/items',
  'my-stock:8080',
  'stock-x.shop.svc.example.com',
  'http://stock.example.com:8080',
  'name=stock;port=8080',
  '10.0.0.1:8080',
])('a text that may mean something else is not reported: %s', (value) => {
  expect(findings(calling(value)).map(({ code }) => code)).toEqual([]);
});

test('a workload may name itself and those that call it', () => {
  const codes = findings((stack) => {
    const web = service(stack, 'web', { env: { SELF: 'http://web:8080' } });
    web.calls(cart(stack, { env: { ALLOWED_ORIGINS: 'http://web:8080' } }));
  }).map(({ code }) => code);
  expect(codes).toEqual([]);
});

test('variables of the platform, and addresses of callees, are no texts of the program', () => {
  const app = new PlainApp();
  const tracing = new Tracing({
    collector: { service: 'collector', namespace: 'shop', labels: { app: 'collector' } },
  });
  const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ observability: { tracing } }) });
  cart(stack).calls(service(stack, 'stock'), { addresses: [{ name: 'URL', format: AddressFormat.url() }] });
  service(stack, 'collector', { ports: [Port.grpc(4317)] });
  expect(findingsOf(app).filter(({ code }) => code === 'MS1063' || code === 'MS1064')).toEqual([]);
});

test('Services that Flagger makes, and those of another cluster, are not missed', () => {
  const app = new PlainApp();
  const platform = new Platform({
    mesh: new IstioMesh(),
    delivery: new Flagger(),
    cluster: new ClusterFacts({ domain: 'prod.local' }),
  });
  const stack = new ApplicationStack(app, 'shop', { platform });
  const env = { A: 'web-primary.shop.svc:8080', B: 'nosuch.shop.svc.cluster.local' };
  service(stack, 'web', { env, lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
  expect(findingsOf(app).filter(({ code }) => code === 'MS1063')).toEqual([]);
});

test('names of a namespace that comes from elsewhere, and of a plain chart, are left alone', () => {
  const app = new PlainApp();
  const stack = new ApplicationStack(app, 'shop', { existing: true });
  new Chart(app, 'plain', { namespace: 'plain' });
  new Microservice(stack, 'cart', { image: IMAGE, env: { A: 'a.shop.svc', B: 'b.plain.svc' } });
  expect(findingsOf(app).filter(({ code }) => code === 'MS1063')).toEqual([]);
});

test('hosts of a text: each once, with its port, and never what precedes it', () => {
  const hosts = (text: string) => hostsIn(text, 'cluster.local').map((host) => host.text);
  expect(hosts('mongodb://u:p@a:1,b:2/x, http://c/y;d.e.svc')).toEqual(['a:1', 'c', 'b:2', 'd.e.svc']);
  expect(hosts('http://A.b:80 http://a.b:80')).toEqual(['a.b:80']);
  expect(hosts('http://$(HOST):80 x.svc svc')).toEqual([]);
});
