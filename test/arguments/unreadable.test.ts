import { Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  App,
  ApplicationStack,
  ExternalService,
  Findings,
  IstioMesh,
  Microservice,
  NamespaceBaseline,
  Platform,
  Port,
  ServerlessFunction,
} from '../../lib';

type Props = ConstructorParameters<typeof Microservice>[2];

const THROWS = {
  get: () => {
    throw new Error('boo');
  },
  enumerable: true,
};

/** An object with a member that throws when it is read. */
const withGetter = (name: string, more: object = {}): never =>
  Object.defineProperty({ ...more }, name, THROWS) as never;

/** A proxy that throws whatever is asked. */
const refusing = (target: object): never =>
  new Proxy(
    target,
    Object.fromEntries(
      ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'].map((trap) => [trap, THROWS.get]),
    ),
  ) as never;

function found(props: Props | undefined, state: (cart: Microservice) => void = () => {}) {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  state(new Microservice(stack, 'cart', props!));
  // Beside it, another fault, which the report keeps.
  new ExternalService(stack, 'out', { host: 'a b', ports: [Port.tls(443)] });
  const findings = app.validate().filter(({ severity }) => severity === 'error');
  expect(findings.filter(({ path }) => path === 'shop/out')).toHaveLength(1);
  return findings.flatMap(({ code, path, message, given }) => (path === 'shop/out' ? [] : [[code, message, given]]));
}

const IMAGE = { image: 'cart:1.0.0', ports: [Port.http(8080)] };
const one = (place: string) => [['MS0016', `${place} cannot be read`, 'reading it threw boo']];

test.each<[string, Props]>([
  ['env', withGetter('env', IMAGE)],
  ['image', withGetter('image', { ports: IMAGE.ports })],
  ['env.A', { ...IMAGE, env: withGetter('A', { B: 'x' }) }],
  ['env', { ...IMAGE, env: refusing({}) }],
  ['ports', { ...IMAGE, ports: refusing([]) }],
  ['ports[0]', { ...IMAGE, ports: [refusing(Port.http(1))] }],
  ['pod', { ...IMAGE, pod: refusing({}) }],
  ['pod.args', { ...IMAGE, pod: withGetter('args') }],
  ['scaling', { ...IMAGE, scaling: refusing({}) }],
  ['metadata.labels', { ...IMAGE, metadata: withGetter('labels') }],
])('%s that throws when it is read is one finding', (place, props) => {
  expect(found(props)).toEqual(one(place));
});

test('an unknown property that throws when it is read is unknown', () => {
  expect(found(withGetter('imagge', IMAGE)).map(([code]) => code)).toEqual(['MS0015']);
});

test('props that throw whatever is asked are one finding', () => {
  expect(found(refusing({}))).toEqual(one('props'));
});

test.each<[string, (cart: Microservice) => void]>([
  ['patch[0].fields', (cart) => cart.patch(refusing({}))],
  ['patch[0].fields.metadata', (cart) => cart.patch(withGetter('metadata'))],
  ['calls[0].options', (cart) => cart.calls(cart, refusing({}))],
  ['expose[0].options.host', (cart) => cart.expose(withGetter('host'))],
])('%s of a call that throws when it is read is one finding', (place, call) => {
  expect(found(IMAGE, call)).toEqual(one(place));
});

test('values of factories and platforms that throw when they are read are one finding', () => {
  expect(found({ ...IMAGE, ports: [Port.http(80, withGetter('name'))] })).toEqual(
    one('options.name of Port.http at ports[0]'),
  );
  const app = new App();
  new ApplicationStack(app, 'shop', { platform: new Platform(withGetter('mesh')) });
  new ApplicationStack(app, 'bank', withGetter('platform'));
  expect(app.validate().map(({ code, path, message }) => [code, path, message])).toEqual([
    ['MS0016', 'bank', 'platform cannot be read'],
    ['MS0016', 'shop', 'mesh of Platform at platform cannot be read'],
  ]);
});

test.each([[{}], [undefined], [{ name: 'shop' }], [null]])('a NamespaceBaseline of %j is one finding', (props) => {
  const app = new App();
  const make = NamespaceBaseline as unknown as new (...args: unknown[]) => NamespaceBaseline;
  new make(app, 'x', props);
  expect(app.validate()).toMatchObject([
    { code: 'MS0016', path: 'x', message: 'a NamespaceBaseline is made by an ApplicationStack alone' },
  ]);
});

type Made = new (scope: Construct, id: string, props: object) => unknown;
test.each<[string, unknown]>(Object.entries({ Microservice, ServerlessFunction, ExternalService, ApplicationStack }))(
  '%s without a scope throws a plain message',
  (_, type) => {
    for (const [scope, word] of [
      [undefined, 'undefined'],
      [null, 'null'],
      ['shop', "'shop'"],
      [{}, 'an empty object'],
    ] as const)
      expect(() => new (type as Made)(scope as never, 'cart', {})).toThrow(
        `the scope of 'cart' is ${word}: write a construct, such as an ApplicationStack`,
      );
  },
);

test('the other objects of a program with an unreadable value are judged', () => {
  const chart = new Chart(Testing.app(), 'plain');
  expect(() => Findings.of(chart).acknowledge(withGetter('x') as unknown as string, 'ten characters')).not.toThrow();
  expect(new IstioMesh(withGetter('domain'))).toBeDefined();
});
