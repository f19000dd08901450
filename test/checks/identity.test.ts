import { App as PlainApp } from 'cdk8s';
import {
  Account,
  type Adoption,
  App,
  ApplicationStack,
  Flagger,
  IstioMesh,
  Microservice,
  Platform,
  Port,
  Rollout,
  SharedAccount,
  StatefulService,
} from '../../lib';
import { cart, type Case, describeCode, findings, findingsOf, IMAGE, service } from './cases';

/** Of `cart`, by what it adopts. */
const adopting = (name: string, bad: Adoption, good: Adoption, said: Pick<Case, 'given' | 'fix'>): Case => ({
  name,
  bad: (stack) => void cart(stack, { metadata: { adopts: bad } }),
  good: (stack) => void cart(stack, { metadata: { adopts: good } }),
  ...said,
});

/** Of `cart`, by its account. */
const account = (name: string, bad: Account, good: Account, said: Pick<Case, 'given' | 'fix'>): Case => ({
  name,
  bad: (stack) => void cart(stack, { metadata: { serviceAccount: bad } }),
  good: (stack) => void cart(stack, { metadata: { serviceAccount: good } }),
  ...said,
});

describeCode('MS1150', [
  adopting(
    'a selector',
    { selector: { app: 'cart' } },
    {},
    {
      given: 'any pod of the namespace with app=cart',
      fix: 'acknowledge it',
    },
  ),
  adopting(
    'a Service',
    { service: 'cart-svc' },
    { service: 'cart' },
    {
      given: 'nothing answers under the host cart',
      fix: 'acknowledge it',
    },
  ),
  adopting(
    'a container',
    { container: 'server' },
    { container: 'cart' },
    {
      given: 'know its main container as server',
      fix: 'acknowledge it',
    },
  ),
]);

describeCode('MS1151', [
  adopting(
    'an empty selector',
    { selector: {} },
    { selector: { app: 'cart' } },
    {
      given: 'was empty',
      fix: 'spec.selector.matchLabels',
    },
  ),
  adopting(
    'a label of one version',
    { selector: { 'pod-template-hash': '5d' } },
    { selector: { app: 'cart' } },
    {
      given: "'pod-template-hash': '5d'",
      fix: 'leave pod-template-hash out',
    },
  ),
  adopting(
    'an invalid label',
    { selector: { app: 'my cart' } },
    { selector: { app: 'my-cart' } },
    {
      given: "'app': 'my cart'",
      fix: 'spec.selector.matchLabels',
    },
  ),
  adopting(
    'an invalid Service',
    { service: '1cart' },
    { service: 'cart-1' },
    {
      given: "metadata.adopts.service was '1cart'",
      fix: "name it 'cart'",
    },
  ),
  adopting(
    'a name that is taken',
    { service: 'kubernetes' },
    { service: 'cart-svc' },
    {
      given: "'kubernetes'",
      fix: 'name it',
    },
  ),
  adopting(
    'an invalid container',
    { container: 'My_Server' },
    { container: 'my-server' },
    {
      given: "'My_Server'",
      fix: "name it 'my-server'",
    },
  ),
  adopting(
    'addresses of replicas that share one',
    { headlessService: 'peers' },
    {},
    {
      given: 'its replicas share an address',
      fix: 'state a StatefulService',
    },
  ),
  {
    name: 'a Service of a worker',
    bad: (stack) => void cart(stack, { ports: [], metadata: { adopts: { service: 'old' } } }),
    good: (stack) => void cart(stack, { metadata: { adopts: { service: 'old' } } }),
    given: 'the workload has no ports',
    fix: 'state ports, or leave it out',
  },
  {
    name: 'one Service twice',
    path: 'shop/db',
    bad: (stack) => void db(stack, { service: 'db', headlessService: 'db' }),
    good: (stack) => void db(stack, { service: 'db', headlessService: 'db-peers' }),
    given: 'it is the name of the other Service too',
    fix: 'state two names',
  },
  account('an invalid name', Account.named('My_Account'), Account.named('my-account'), {
    given: "'My_Account'",
    fix: "name it 'my-account'",
  }),
  account('an invalid annotation', Account.own({ annotations: { 'a b': 'c' } }), Account.own(), {
    given: "the key was 'a b'",
    fix: 'correct the key',
  }),
  account('an invalid label', Account.own({ labels: { team: 'a b' } }), Account.own({ labels: { team: 'a' } }), {
    given: "'team': 'a b'",
    fix: 'state a valid label',
  }),
  account('a label of the library', Account.own({ labels: { 'app.kubernetes.io/name': 'x' } }), Account.own(), {
    given: 'app.kubernetes.io/name',
    fix: 'leave it out',
  }),
]);

function db(stack: ApplicationStack, adopts: Adoption): void {
  new StatefulService(stack, 'db', { image: IMAGE, ports: [Port.tcp(5432)], metadata: { adopts } });
}

const two = (stack: ApplicationStack, one: Adoption, other: Adoption): void => {
  service(stack, 'cart', { metadata: { adopts: one } });
  service(stack, 'checkout', { metadata: { adopts: other } });
};

test.each([
  ['a label', { labels: { team: '? a' } }, "it was 'team': '? a'"],
  ['the key of an annotation', { annotations: { 'no key': 'x' } }, "the key was 'no key'"],
])('MS1151 of a shared account: %s', (_, options, given) => {
  const found = findings((stack) => void new SharedAccount(stack, 'workers', options));
  expect(found).toContainEqual(expect.objectContaining({ code: 'MS1151', path: 'shop/workers', given }));
});

describeCode('MS1152', [
  {
    name: 'one selector twice',
    bad: (stack) => two(stack, { selector: { app: 'web' } }, { selector: { app: 'web' } }),
    good: (stack) => two(stack, { selector: { app: 'web' } }, { selector: { app: 'api' } }),
    given: 'the selector was app=web',
    fix: 'state a selector of its own',
  },
  {
    name: 'a part of another selector',
    bad: (stack) => two(stack, { selector: { app: 'web' } }, { selector: { app: 'web', tier: 'b' } }),
    good: (stack) => two(stack, { selector: { app: 'web', tier: 'a' } }, { selector: { app: 'web', tier: 'b' } }),
    given: 'app=web',
    fix: 'state a selector of its own',
  },
  {
    name: 'labels that another workload states',
    bad: (stack) => {
      service(stack, 'cart', { metadata: { adopts: { selector: { tier: 'web' } } } });
      service(stack, 'checkout', { metadata: { labels: { tier: 'web' } } });
    },
    good: (stack) => {
      service(stack, 'cart', { metadata: { adopts: { selector: { tier: 'web' } } } });
      service(stack, 'checkout', { metadata: { labels: { tier: 'api' } } });
    },
    given: 'tier=web',
    fix: 'other metadata.labels',
  },
]);

test('the longer of two selectors is not found fault with, and neither are other namespaces', () => {
  const found = findings((stack) => two(stack, { selector: { app: 'web' } }, { selector: { app: 'web', tier: 'b' } }));
  expect(found.filter(({ code }) => code === 'MS1152').map(({ path }) => path)).toEqual(['shop/cart']);
  const app = new PlainApp();
  for (const id of ['one', 'other'])
    service(new ApplicationStack(app, id), 'cart', { metadata: { adopts: { selector: { app: 'web' } } } });
  expect(findingsOf(app).filter(({ code }) => code === 'MS1152')).toEqual([]);
});

test('stacks of one namespace are seen together', () => {
  const app = new PlainApp();
  for (const id of ['one', 'other'])
    service(new ApplicationStack(app, id, { namespace: 'shop' }), id, {
      metadata: { adopts: { selector: { app: 'web' } } },
    });
  const paths = findingsOf(app).flatMap(({ code, path }) => (code === 'MS1152' ? [path] : []));
  expect(paths.sort()).toEqual(['one/one', 'other/other']);
});

test('a Service that two workloads claim is found', () => {
  const app = new App();
  two(new ApplicationStack(app, 'shop'), { service: 'front' }, { service: 'front' });
  const found = app.validate().filter(({ code }) => code === 'MS0002');
  expect(found.map(({ message }) => message)).toEqual(['two objects are Service shop/front']);
});

describe('MS1153', () => {
  const gains = (program: (stack: ApplicationStack, metadata: { serviceAccount: Account }) => void, mesh = true) => {
    const app = new PlainApp();
    const platform = new Platform(mesh ? { mesh: new IstioMesh() } : {});
    const stack = new ApplicationStack(app, 'shop', { platform });
    program(stack, { serviceAccount: new SharedAccount(stack, 'front').account });
    return findingsOf(app).filter(({ code }) => code === 'MS1153');
  };
  const program = (stack: ApplicationStack, metadata: { serviceAccount: Account }, both = false) => {
    const payment = service(stack, 'payment');
    const callers = ['checkout', 'refund'].map((id) => new Microservice(stack, id, { image: IMAGE, metadata }));
    callers.slice(0, both ? 2 : 1).forEach((caller) => caller.calls(payment));
  };

  test('names who gains access, to what, and by whose calls', () => {
    const [found, ...others] = gains(program);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ path: 'shop/refund', severity: 'warning' });
    expect(found!.given).toBe(
      'the account front is shared, and admits it to port 8080 of payment, by the calls of shop/checkout',
    );
    expect(found!.fix).toContain('network policies refuse these calls');
  });

  test('nobody gains by calls of his own, or without identities', () => {
    expect(gains((stack, metadata) => program(stack, metadata, true))).toEqual([]);
    expect(gains(program, false)).toEqual([]);
  });
});

test('MS1154: a canary of Flagger keeps neither an adopted selector nor an adopted Service', () => {
  const app = new PlainApp();
  const platform = new Platform({ mesh: new IstioMesh(), delivery: new Flagger() });
  cart(new ApplicationStack(app, 'shop', { platform }), {
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
    metadata: { adopts: { selector: { app: 'cart' }, service: 'cart-svc' } },
  });
  const found = findingsOf(app).filter(({ code }) => code === 'MS1154');
  expect(found.map(({ message }) => message)).toEqual([
    'the rollout of cart cannot keep its adopted selector',
    'the rollout of cart cannot keep its adopted service',
  ]);
});
