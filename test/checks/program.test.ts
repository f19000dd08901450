import { App as PlainApp, JsonPatch } from 'cdk8s';
import type * as Library from '../../lib';
import { ApplicationStack, Microservice, Platform, PodSecurityLevel, Port } from '../../lib';
import { cart, describeCode, findingsOf, IMAGE, service } from './cases';

describeCode('MS0005', [
  {
    name: 'a field as it is',
    path: 'shop/cart/workload',
    given: '"paused":false',
    fix: 'remove it',
    bad: (stack) => [1, 2].forEach(() => patched(stack, { spec: { paused: false } })),
    good: (stack) => patched(stack, { spec: { paused: true } }),
  },
  {
    name: 'nothing',
    path: 'shop/cart/workload',
    given: '{}',
    fix: 'remove it',
    bad: (stack) => patched(stack, {}),
    good: (stack) => patched(stack, { spec: { revisionHistoryLimit: 3 } }),
  },
]);

function patched(stack: ApplicationStack, fields: object): void {
  const existing = stack.node.tryFindChild('cart') as Microservice | undefined;
  (existing ?? cart(stack)).patch(fields);
}

describeCode('MS0006', [
  {
    name: 'a path that is not there',
    path: 'shop/cart/workload',
    given: '/spec/nothing',
    allowed: 'there is no /spec/nothing',
    fix: 'compare its path',
    bad: (stack) => cart(stack).workload.addJsonPatch(JsonPatch.replace('/spec/nothing', 1)),
    good: (stack) => cart(stack).workload.addJsonPatch(JsonPatch.replace('/spec/replicas', 1)),
  },
  {
    name: 'a container without its name',
    path: 'shop/cart/workload',
    given: '"tty":true',
    allowed: 'an element of containers is merged by its name',
    fix: 'compare',
    bad: (stack) => cart(stack).patch({ spec: { template: { spec: { containers: [{ tty: true }] } } } }),
    good: (stack) => cart(stack).patch({ spec: { template: { spec: { containers: [{ name: 'cart', tty: true }] } } } }),
  },
  {
    name: 'a port of two protocols',
    path: 'node/cart/workload',
    given: 'hostPort',
    allowed: 'state which one',
    fix: 'compare',
    bad: (stack) => twoProtocols(stack, {}),
    good: (stack) => twoProtocols(stack, { protocol: 'UDP' }),
  },
  {
    name: 'a container that is not there',
    path: 'shop/cart/workload',
    given: 'container proxy',
    allowed: 'only cart',
    fix: 'compare',
    bad: (stack) => cart(stack).patchContainer('proxy', { tty: true }),
    good: (stack) => cart(stack).patchContainer('cart', { tty: true }),
  },
  {
    name: 'a variable that is not there',
    path: 'shop/cart/workload',
    given: 'variable MODE',
    allowed: 'only A',
    fix: 'compare',
    bad: (stack) => cart(stack, { env: { A: 'a' } }).patchVariable('cart', 'MODE', { value: 'b' }),
    good: (stack) => cart(stack, { env: { A: 'a' } }).patchVariable('cart', 'A', { value: 'b' }),
  },
]);

function twoProtocols(stack: ApplicationStack, more: object): void {
  cart(new ApplicationStack(stack.node.root, 'node', { podSecurity: PodSecurityLevel.PRIVILEGED }), {
    ports: [Port.tcp(53), Port.udp(53)],
  }).patchContainer('cart', {
    ports: [{ containerPort: 53, hostPort: 53, ...more }],
  });
}

describeCode('MS0007', [
  {
    name: 'what is not found any more',
    given: "acknowledge('MS1005'",
    fix: 'remove it',
    bad: (stack) => cart(stack).acknowledge('MS1005', 'the pipeline pins the digest'),
    good: (stack) => cart(stack, { image: 'cart' }).acknowledge('MS1005', 'the pipeline pins the digest'),
  },
]);

const reason = 'it is known and it is fine';

describeCode('MS0008', [
  {
    name: 'a code that there is not',
    given: "acknowledge('MS9999'",
    allowed: 'docs/findings/README.md',
    fix: 'that the report shows',
    bad: (stack) => cart(stack).acknowledge('MS9999', reason),
    good: (stack) => cart(stack),
  },
  {
    name: 'a name of JavaScript',
    given: "acknowledge('toString'",
    fix: 'that the report shows',
    bad: (stack) => cart(stack).acknowledge('toString', reason),
    good: (stack) => cart(stack),
  },
  {
    name: 'what Kubernetes would refuse',
    given: "acknowledge('MS1007'",
    fix: 'mend',
    bad: (stack) => cart(stack).acknowledge('MS1007', reason),
    good: (stack) => cart(stack),
  },
  {
    name: 'no reason',
    given: "acknowledge('MS1005', '   later    ')",
    allowed: '10 characters',
    fix: 'say why',
    bad: (stack) => cart(stack).acknowledge('MS1005', '   later    '),
    good: (stack) => cart(stack, { image: 'cart' }).acknowledge('MS1005', reason),
  },
]);

describeCode('MS0014', [
  {
    name: 'two microservices',
    path: 'shop/cart#2',
    given: 'shop/cart (Microservice)',
    allowed: 'an id of its own',
    fix: 'another id',
    bad: (stack) => [cart(stack), cart(stack)],
    good: (stack) => [cart(stack), service(stack, 'web')],
  },
  {
    name: 'two stacks',
    path: 'shop#2',
    given: 'shop (ApplicationStack)',
    fix: 'another id',
    bad: ({ node }) => new ApplicationStack(node.root, 'shop'),
    good: ({ node }) => new ApplicationStack(node.root, 'depot'),
  },
]);

test('an acknowledgement covers what is below, and keeps its reason', () => {
  const app = new PlainApp();
  const stack = new ApplicationStack(app, 'shop');
  stack.acknowledge('MS1005', reason);
  cart(stack, { image: 'cart' });
  expect(findingsOf(app)).toEqual([
    expect.objectContaining({ code: 'MS1005', path: 'shop/cart', acknowledged: reason }),
  ]);
  expect(app.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([]);
});

describe('MS0009: two copies of the library are installed', () => {
  let other: typeof Library;
  jest.isolateModules(() => {
    other = jest.requireActual<typeof Library>('../../lib');
  });
  const found = (path: string, given: string) =>
    expect.objectContaining({
      code: 'MS0009',
      path,
      given: expect.stringContaining(given),
      allowed: 'one copy',
      fix: expect.stringContaining('npm ls cdk8s-microservice'),
    });

  test('the platform', () => {
    const app = new PlainApp();
    cart(new ApplicationStack(app, 'shop', { platform: new other.Platform() }));
    expect(findingsOf(app)).toEqual([found('shop', 'platform was made by another copy: Platform')]);
  });

  test('the application stack', () => {
    const app = new PlainApp();
    cart(new other.ApplicationStack(app, 'shop'));
    expect(findingsOf(app)).toContainEqual(found('shop/cart', 'the application stack shop'));
  });

  test('the callee', () => {
    const app = new PlainApp();
    const callee = new other.Microservice(new other.ApplicationStack(app, 'depot'), 'stock', {
      image: IMAGE,
      ports: [other.Port.http(8080)],
    });
    cart(new ApplicationStack(app, 'shop')).calls(callee);
    expect(findingsOf(app)).toContainEqual(
      found('shop/cart', 'calls[0].callee was made by another copy: Microservice depot/stock'),
    );
  });

  test('every value that a program can hand over is reported, and nothing is synthesized', () => {
    const app = new PlainApp();
    const port = other.Port.http(8080);
    const probe = other.Probe.tcp({ port: 8080 });
    const mount = other.Volume.emptyDir('data').at('/data');
    cart(new ApplicationStack(app, 'shop'), {
      ports: [port],
      scaling: other.Scaling.fixed(3),
      probes: { liveness: probe },
      pod: { mounts: [mount] },
    }).calls(new other.MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [other.Port.grpc(9090)] }));
    const places = ['ports[0]', 'scaling', 'probes.liveness', 'pod.mounts[0]', 'calls[0].callee'];
    const found = findingsOf(app).map(({ code, given }) => `${code} ${given.split(' ')[0]}`);
    expect(found.sort()).toEqual(places.map((place) => `MS0009 ${place}`).sort());
    expect(() => app.synthYaml()).toThrow('MS0009');
  });

  test('one copy is none of this', () => {
    const app = new PlainApp();
    const stack = new ApplicationStack(app, 'shop', { platform: new Platform() });
    cart(stack).calls(new Microservice(stack, 'stock', { image: IMAGE, ports: [] }));
    expect(findingsOf(app).map(({ code }) => code)).not.toContain('MS0009');
  });
});
