import {
  App,
  ApplicationStack,
  ClusterFacts,
  KubernetesVersion,
  Microservice,
  Platform,
  Port,
  Scaling,
} from '../../lib';

type Props = ConstructorParameters<typeof Microservice>[2];

/** Findings of a program whose `cart` has, or does, something wrong, and is called by `web`. */
function findings(props: object, does: (cart: any) => void = () => undefined): string[] {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  const cart = new Microservice(stack, 'cart', { image: 'cart:1.0.0', ...props });
  new Microservice(stack, 'web', { image: 'web:1.0.0' }).calls(cart);
  does(cart);
  return app.validate().map(({ code, path, message, given, fix }) => [code, path, message, given, fix].join('|'));
}

const made = (call: (...args: any[]) => unknown, ...args: unknown[]): unknown => call(...args);

test('a finding names the place, the value and the nearest known name', () => {
  const serves = { ports: [Port.http(8080)] };
  expect(findings({ port: [Port.http(8080)] })).toEqual([
    'MS0015|shop/cart|unknown property port|it was a list of 1|did you mean ports?',
  ]);
  expect(findings({ ...serves, longestRequest: 30 })).toEqual([
    'MS0015|shop/cart|unknown property longestRequest|it was 30|did you mean lifecycle.longestRequest?',
  ]);
  expect(findings({ ...serves, resources: { memory: { request: '512Mi' } } })).toEqual([
    "MS0016|shop/cart|resources.memory.request has the wrong type|it was '512Mi'|" +
      'write a Size, such as Size.mebibytes(256)',
  ]);
  expect(findings({ ...serves, scaling: made(Scaling.fixed, '3') })).toEqual([
    "MS0016|shop/cart|replicas of Scaling.fixed at scaling has the wrong type|it was '3'|write a number",
  ]);
  expect(findings(serves, (cart) => cart.calls('cart'))).toEqual([
    "MS0016|shop/cart|calls[0].callee has the wrong type|it was 'cart'|" +
      'write a microservice, a function, an external service or a reference',
  ]);
});

test.each([
  ['readiness', '/healthz', 'probes.readiness'],
  ['labels', {}, 'metadata.labels'],
  ['topologySpread', [], 'pod.placement.topologySpread'],
  ['initContainer', [], 'pod.initContainers'],
])('a property that stands further in is named there: %s', (name, value, way) => {
  expect(findings({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`\\|did you mean ${way}\\?$`))]);
});

test('a value that a method makes is written whole', () => {
  const [mounts] = findings({ pod: { mounts: ['/x'] } });
  expect(mounts).toContain(
    "MS0016|shop/cart|pod.mounts[0] has the wrong type|it was '/x'|write Volume.emptyDir(…).at(…), ",
  );
});

test('a platform that is none is no second copy of the library', () => {
  const app = new App();
  new ApplicationStack(app, 'shop', { platform: 'production' as unknown as Platform });
  expect(app.validate()).toEqual([
    expect.objectContaining({ code: 'MS0016', path: 'shop', given: "it was 'production'" }),
  ]);
});

test('a fault of a value that many share is one finding, and what does not depend on it is checked', () => {
  const app = new App();
  const platform = new Platform({ mesh: 'istio' } as object);
  for (const id of ['shop', 'depot'])
    new Microservice(new ApplicationStack(app, id, { platform }), 'cart', { image: 'cart' });
  new Microservice(new ApplicationStack(app, 'other'), 'cart', { image: 'cart' });
  expect(app.validate().map(({ code, path }) => [code, path])).toEqual([
    ['MS0016', 'depot'],
    ['MS1005', 'other/cart'],
  ]);
});

test('a subclass may hand on properties of its own', () => {
  class Team extends Microservice {
    public constructor(stack: ApplicationStack, id: string, props: Props & { readonly team: string }) {
      super(stack, id, props);
    }
  }
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  new Team(stack, 'cart', { image: 'cart:1.0.0', team: 'shop' });
  new Team(stack, 'web', { image: 'web:1.0.0', team: 'shop', lifecycle: { longestRequests: 3 } as object });
  expect(app.validate().map(({ code, path }) => [code, path])).toEqual([['MS0015', 'shop/web']]);
});

test('an id of another type is a finding', () => {
  const app = new App();
  new Microservice(new ApplicationStack(app, 'shop'), 3 as unknown as string, { image: 'cart:1.0.0' });
  expect(app.validate()).toEqual([expect.objectContaining({ code: 'MS0016', given: 'it was 3' })]);
});

test('a version of Kubernetes that is not known yet is a warning', () => {
  const found = (version: string) => {
    const app = new App();
    const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) });
    new ApplicationStack(app, 'shop', { platform: new Platform({ cluster }) });
    return app.validate().map(({ code, severity, given }) => [code, severity, given]);
  };
  expect(found('1.36')).toEqual([]);
  expect(found('1.43')).toEqual([['MS0018', 'warning', "it was '1.43'"]]);
});

describe('fourteen findings stay fourteen beside a fault', () => {
  const wrong = (props: object, ofStack: object = {}) => {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop', ofStack);
    const ports = [Port.http(8080), Port.http(8080)];
    const env = { 'a b': 'x', '1x': 'y' };
    for (const id of ['Cart', 'Web'])
      new Microservice(stack, id, { image: 'Cart Image', ports, env, lifecycle: {}, ...props });
    const container = { name: 'Proxy', image: 'proxy:1.0.0' };
    new Microservice(stack, 'pay', { image: 'pay:1.0.0', pod: { containers: [container] } });
    return app.validate().map(({ code, path, message }) => `${code} ${path}: ${message}`);
  };
  const known = wrong({});

  test('there are fourteen', () => expect(known).toHaveLength(14));

  test.each([
    ['a hole in a list', { pod: { imagePullSecrets: [undefined] } }, {}, 2],
    ['null in the place of an option', { scaling: null }, {}, 2],
    ['a hole in the defaults of the stack', {}, { defaults: { pod: { imagePullSecrets: [undefined] } } }, 1],
    [
      'a hole in a shared platform',
      {},
      { platform: new Platform({ images: {}, defaults: { pod: { imagePullSecrets: [null] } } } as object) },
      1,
    ],
    ['a value of a wrong type', { lifecycle: { longestRequest: 30 } }, {}, 2],
    ['a name that is not known', { lifecycle: { longestRequst: 30 } }, {}, 2],
  ])('%s', (_, props, ofStack, faults) => {
    const found = wrong(props, ofStack);
    expect(found.filter((each) => !/^MS001[56] /.test(each))).toEqual(known);
    expect(found).toHaveLength(known.length + faults);
  });
});
