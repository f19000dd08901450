import { Testing } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import {
  AddressFormat,
  ApplicationStack,
  CallOptions,
  ExternalService,
  IstioMesh,
  KnativeServing,
  KubernetesDelivery,
  Microservice,
  MicroserviceReference,
  Platform,
  Port,
  Rollout,
  ServerlessFunction,
} from '../../lib';
import type { ICallee } from '../../lib/api/caller-and-callee';
import { codesOf, environmentOf, renderedAll } from '../emit/kubernetes/program';

const image = 'acme/web:1';

/** A microservice with an init container, a sidecar and an additional container, in a stack of its own. */
function web(platform = new Platform(), more: object = {}): Microservice {
  return new Microservice(new ApplicationStack(Testing.app(), 'shop', { platform }), 'web', {
    image,
    ports: [Port.http(8080)],
    pod: {
      initContainers: [{ name: 'migrate', image }],
      containers: [
        { name: 'proxy', image, sidecar: true },
        { name: 'agent', image },
      ],
    },
    ...more,
  });
}

const database = new MicroserviceReference({ name: 'orders', namespace: 'db', ports: [Port.tcp(5432)] });
const HOST = 'orders.db.svc';
const CONTAINERS = ['web', 'migrate', 'proxy', 'agent'] as const;

/** The variables of each container, without the containers that have none. */
function variablesWith(options: CallOptions, callee: ICallee = database): Record<string, Record<string, unknown>> {
  const caller = web();
  caller.calls(callee, options);
  return Object.fromEntries(
    CONTAINERS.map((name) => [name, Object.fromEntries(environmentOf(caller, name))] as const).filter(
      ([, variables]) => Object.keys(variables).length > 0,
    ),
  );
}

const everywhere = (variables: object) => Object.fromEntries(CONTAINERS.map((name) => [name, variables]));

test('a call states its variables: host and port apart, and a URL beside them', () => {
  expect(
    variablesWith({
      addresses: [
        { name: 'DB_HOST', format: AddressFormat.host() },
        { name: 'DB_PORT', format: AddressFormat.port() },
        { name: 'DB_URL', format: AddressFormat.url() },
        {},
      ],
    }),
  ).toEqual(everywhere({ DB_HOST: HOST, DB_PORT: '5432', DB_URL: `tcp://${HOST}:5432`, ORDERS_ADDR: `${HOST}:5432` }));
  expect(variablesWith({ addressEnv: 'DB', addresses: [{ name: 'DB_HOST', format: AddressFormat.host() }] })).toEqual(
    everywhere({ DB: `${HOST}:5432`, DB_HOST: HOST }),
  );
  expect(variablesWith({ addresses: [] })).toEqual({});
});

test('the containers that are named get a variable, and no others', () => {
  expect(
    variablesWith({
      addresses: [
        { name: 'WAIT_FOR', containers: ['migrate'] },
        { name: 'DB_URL', format: AddressFormat.template('pg://u:p@{host}'), containers: ['web', 'agent'] },
        { name: 'DB_URL', format: AddressFormat.template('pg://{host}'), containers: ['migrate'] },
      ],
    }),
  ).toEqual({
    web: { DB_URL: `pg://u:p@${HOST}` },
    agent: { DB_URL: `pg://u:p@${HOST}` },
    migrate: { DB_URL: `pg://${HOST}`, WAIT_FOR: `${HOST}:5432` },
  });
});

test.each([
  'postgres://$(DB_USER):$(DB_PASSWORD)@{host}:{port}/orders',
  'amqp://guest:guest@{host}:{port}',
  '{host}:{port},password=abc,ssl=False',
  '{scheme}{host}?token=abc',
  'Server={host};Password=abc',
  'https://{host}/services/T0000/B0000/AbCdEf',
  '{host}:{port}/0123456789abcdef0123456789abcdef',
  '$(DB_HOST_PREFIX){host}',
])('what may be a secret reaches the main container alone: %s', (template) => {
  const format = AddressFormat.template(template);
  expect(Object.keys(variablesWith({ addresses: [{ name: 'A', format }] }))).toEqual(['web']);
  expect(Object.keys(variablesWith({ addresses: [{ name: 'A', format, containers: ['migrate'] }] }))).toEqual([
    'migrate',
  ]);
});

test.each(['{scheme}{host}:{port}', 'redis://{host}:{port}/0', 'dns:///{host}:80', '{host}:{port}/v1/items', '{port}'])(
  'a mere address reaches every container: %s',
  (template) => {
    const format = AddressFormat.template(template);
    expect(Object.keys(variablesWith({ addresses: [{ name: 'A', format }] }))).toEqual([...CONTAINERS]);
  },
);

test('variables of a Secret stand before the address that refers to them', () => {
  const stack = new ApplicationStack(Testing.app(), 'shop');
  const secret = Secret.fromSecretName(stack, 'secret', 'database');
  const caller = new Microservice(stack, 'web', {
    image,
    pod: { envValues: { Z_PASSWORD: EnvValue.fromSecretValue({ secret, key: 'password' }) } },
  });
  caller.calls(database, {
    addresses: [{ name: 'A_URL', format: AddressFormat.template('pg://u:$(Z_PASSWORD)@{host}') }],
  });
  expect(environmentOf(caller).map(([name]) => name)).toEqual(['Z_PASSWORD', 'A_URL']);
});

describe('the variables of a call', () => {
  const addresses = [
    { name: 'A_HOST', format: AddressFormat.host(), containers: ['web'] },
    { name: 'A_PORT', format: AddressFormat.port() },
  ];

  test('are those of an external service and of a microservice itself, too', () => {
    const caller = web();
    const stripe = new ExternalService(caller.node.scope!, 'stripe', {
      host: 'api.stripe.com',
      ports: [Port.tls(443)],
    });
    caller.calls(stripe, { addresses });
    expect(environmentOf(caller)).toEqual([
      ['A_HOST', 'api.stripe.com'],
      ['A_PORT', '443'],
    ]);
    expect(environmentOf(caller, 'agent')).toEqual([['A_PORT', '443']]);
    const alone = web();
    alone.calls(alone, { addresses });
    expect(environmentOf(alone)).toEqual([
      ['A_HOST', 'web'],
      ['A_PORT', '8080'],
    ]);
  });

  test('reach a candidate as they reach the stable version', () => {
    const delivery = new KubernetesDelivery({ candidates: { web: { image: 'acme/web:2', weight: 5 } } });
    const caller = web(new Platform({ mesh: new IstioMesh(), delivery }), {
      lifecycle: { rollout: Rollout.canary({ analysis: false }) },
    });
    caller.calls(database, { addresses });
    const deployments = renderedAll('Deployment', caller);
    expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual(['web', 'web-canary']);
    for (const { spec } of deployments) {
      const named = (name: string) =>
        (spec.template.spec.containers.find((each) => each.name === name)!.env ?? []).map((variable) => variable.name);
      expect(named('web')).toEqual(['A_HOST', 'A_PORT']);
      expect(named('agent')).toEqual(['A_PORT']);
    }
  });

  test('reach the one container of a function, and a caller of a function', () => {
    const stack = new ApplicationStack(Testing.app(), 'shop', {
      platform: new Platform({ functions: new KnativeServing() }),
    });
    const thumbnail = new ServerlessFunction(stack, 'web', { image });
    thumbnail.calls(database, { addresses });
    const { spec } = renderedAll('Service', thumbnail)[0]! as unknown as {
      spec: { template: { spec: { containers: { env: unknown }[] } } };
    };
    expect(spec.template.spec.containers[0]!.env).toEqual([
      { name: 'A_HOST', value: HOST },
      { name: 'A_PORT', value: '5432' },
    ]);
    const caller = new Microservice(stack, 'caller', { image });
    caller.calls(thumbnail, { addresses: [{ name: 'A_HOST', format: AddressFormat.host() }] });
    expect(environmentOf(caller)).toEqual([['A_HOST', 'web.shop.svc']]);
  });

  test('are counted container by container', () => {
    const once = web();
    once.calls(database, {
      addresses: [
        { name: 'A', containers: ['web'] },
        { name: 'A', format: AddressFormat.host(), containers: ['migrate'] },
      ],
    });
    expect(codesOf(once)).not.toContain('MS1009');
    const twice = web();
    twice.calls(database, {
      addresses: [
        { name: 'A', containers: ['web'] },
        { name: 'A', format: AddressFormat.host(), containers: ['web', 'migrate'] },
      ],
    });
    expect(codesOf(twice)).toContain('MS1009');
  });

  test.each([[['migration']], [['web', 'migration']], [[] as string[]]])(
    'name containers of the pod: %j',
    (containers) => {
      const caller = web();
      caller.calls(database, { addresses: [{ name: 'A', containers }] });
      expect(codesOf(caller)).toContain('MS1061');
    },
  );
});
