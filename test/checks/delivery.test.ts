import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ArgoRollouts,
  Backlog,
  BlueGreenOptions,
  CanaryOptions,
  CanaryStep,
  ClusterFacts,
  Delivery,
  Flagger,
  Functions,
  IstioIngressGateway,
  IstioMesh,
  IstioMeshProps,
  KnativeServing,
  KubernetesDelivery,
  KubernetesDeliveryProps,
  MetricSource,
  MicroserviceProps,
  Monitoring,
  NetworkPeer,
  NoMesh,
  NoMonitoring,
  Objective,
  Platform,
  Port,
  PrometheusOperator,
  Retries,
  Rollout,
  Scaling,
  ServerlessFunction,
} from '../../lib';
import { Case, cart, describeCode, findings, IMAGE, service } from './cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;

interface Surroundings {
  readonly mesh?: IstioMeshProps;
  readonly delivery?: Delivery;
  readonly monitoring?: Monitoring;
  readonly functions?: Functions;
}

const scrapers = [NetworkPeer.pods({ namespace: 'monitoring' })];
const withAddress = new PrometheusOperator({
  selector: { release: 'prometheus' },
  address: 'http://prometheus.monitoring:9090',
  retention: Duration.days(30),
});
const ingressGateway = new IstioIngressGateway();
const flagger = (gate?: string) => ({ delivery: new Flagger(gate === undefined ? {} : { gate }) });
const objectives = [Objective.availability(99.9)];

/** A stack named `mesh` on a platform with Istio and Prometheus, without a delivery controller. */
function meshed(
  { node }: ApplicationStack,
  {
    mesh = { ingressGateway },
    monitoring = withAddress,
    delivery = new KubernetesDelivery(),
    functions,
  }: Surroundings = {},
): ApplicationStack {
  const platform = new Platform({
    mesh: new IstioMesh(mesh),
    cluster: new ClusterFacts({ scrapers }),
    observability: { monitoring },
    delivery,
    ...(functions !== undefined && { functions }),
  });
  return new ApplicationStack(node.root, 'mesh', { platform });
}

/** `mesh/cart`, which `mesh/web` calls. */
function called(
  stack: ApplicationStack,
  props: Partial<MicroserviceProps>,
  surroundings: Surroundings = {},
  idempotent = true,
) {
  const its = meshed(stack, surroundings);
  const callee = cart(its, { objectives, ...props });
  service(its, 'web').calls(callee, { idempotent, timeout: Duration.seconds(30) });
  return callee;
}

/** A case in which `mesh/cart` states something wrong. */
function props(
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  expected: Expected,
  surroundings: Surroundings = {},
): Case {
  const program = (stated: Partial<MicroserviceProps>) => (stack: ApplicationStack) => {
    called(stack, stated, surroundings);
  };
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

/** A case in which the canary of `mesh/cart` is wrong. */
function canary(
  name: string,
  bad: CanaryOptions,
  good: CanaryOptions,
  expected: Expected,
  surroundings: Surroundings = {},
): Case {
  return props(
    name,
    { lifecycle: { rollout: Rollout.canary(bad) } },
    { lifecycle: { rollout: Rollout.canary(good) } },
    expected,
    surroundings,
  );
}

function steps(
  name: string,
  bad: CanaryStep[],
  good: CanaryStep[],
  expected: Expected,
  surroundings: Surroundings = {},
): Case {
  return canary(name, { steps: bad }, { steps: good }, expected, surroundings);
}

function blueGreen(
  name: string,
  bad: BlueGreenOptions,
  good: BlueGreenOptions,
  expected: Expected,
  surroundings: Surroundings = {},
): Case {
  return props(
    name,
    { lifecycle: { rollout: Rollout.blueGreen(bad) } },
    { lifecycle: { rollout: Rollout.blueGreen(good) } },
    expected,
    surroundings,
  );
}

/** A case in which the canary of `mesh/cart` is wrong for what it stands on. */
function on(
  name: string,
  bad: Surroundings,
  good: Surroundings,
  stated: Partial<MicroserviceProps>,
  expected: Expected,
): Case {
  const program = (surroundings: Surroundings) => (stack: ApplicationStack) => {
    called(stack, stated, surroundings);
  };
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

const { weight, header, mirror } = CanaryStep;
const approval = CanaryStep.approval();
const seconds = (count: number) => Duration.seconds(count);
const candidate = (weightOf: number, image = IMAGE) => ({
  delivery: new KubernetesDelivery({ candidates: { cart: { image, weight: weightOf } } }),
});

describeCode('MS6101', [
  on(
    'of a share that is none',
    candidate(101),
    candidate(10),
    { lifecycle: { rollout: Rollout.canary() } },
    { path: 'mesh', given: 'it was 101', allowed: '0 to 100', fix: 'the weight of a step' },
  ),
  on(
    'of an image that is none',
    candidate(10, 'Cart:'),
    candidate(10),
    { lifecycle: { rollout: Rollout.canary() } },
    { path: 'mesh', given: "it was 'Cart:'", fix: 'the image of the new version' },
  ),
  on(
    'of a share that no step has',
    candidate(20),
    candidate(25),
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'it was 20', allowed: '0, 5, 10, 25, 50, 100', fix: 'the weight of a step' },
  ),
  on(
    'of a microservice without canaries',
    candidate(10),
    {},
    {},
    { given: 'its rollout is rolling', fix: 'state a canary' },
  ),
  on(
    'of a name that no microservice has',
    {
      delivery: new KubernetesDelivery({
        candidates: { cart: { image: IMAGE, weight: 10 }, carte: { image: IMAGE, weight: 10 } },
      }),
    },
    candidate(10),
    { lifecycle: { rollout: Rollout.canary() } },
    { path: 'mesh', given: 'a candidate of carte, and its microservices are cart, web', fix: 'correct the name' },
  ),
]);

test('a candidate may be of any stack of the platform, and one that is of none is told of once', () => {
  const delivery = new KubernetesDelivery({
    candidates: { cart: { image: IMAGE, weight: 10 }, carte: { image: IMAGE, weight: 10 } },
  });
  const platform = new Platform({
    mesh: new IstioMesh({ ingressGateway }),
    observability: { monitoring: withAddress },
    delivery,
  });
  const found = findings(({ node }) => {
    for (const id of ['second', 'first'])
      service(new ApplicationStack(node.root, id, { platform }), id === 'first' ? 'web' : 'cart', {
        objectives,
        lifecycle: { rollout: Rollout.canary() },
      });
  });
  expect(found.filter(({ code }) => code === 'MS6101').map(({ path, message }) => [path, message])).toEqual([
    ['first', 'there is no microservice carte for a candidate'],
  ]);
});

test.each([
  ['NoMesh', new NoMesh(), Port.http(80), 'NoMesh does not split requests between versions'],
  ['NoMesh and bytes', new NoMesh(), Port.tcp(80), 'cart has no port of HTTP or gRPC'],
  ['Istio and bytes', new IstioMesh(), Port.tcp(80), 'cart has no port of HTTP or gRPC'],
])('on %s, a candidate that nothing sends requests to is left out, and a finding says so', (_, mesh, port, given) => {
  const found = findings(({ node }) => {
    const delivery = new KubernetesDelivery({ candidates: { cart: { image: 'acme/cart:2', weight: 25 } } });
    const its = new ApplicationStack(node.root, 'mesh', { platform: new Platform({ mesh, delivery }) });
    cart(its, { ports: [port], lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
  });
  expect(found.filter(({ code }) => code === 'MS6101')).toMatchObject([
    {
      path: 'mesh/cart',
      message: 'the candidate of cart is left out',
      given: expect.stringContaining(given),
      allowed: expect.stringContaining('IstioMesh'),
      fix: expect.stringContaining('leave the candidate out'),
    },
  ]);
});

test.each([
  ['Flagger', new Flagger(), ['MS6140']],
  ['ArgoRollouts', new ArgoRollouts(), []],
])('without a mesh, a canary of %s has steps or an error', (_, delivery, codes) => {
  const found = findings(({ node }) => {
    const its = new ApplicationStack(node.root, 'mesh', { platform: new Platform({ mesh: new NoMesh(), delivery }) });
    cart(its, { ports: [Port.http(80)], lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
  });
  expect(found.map(({ code }) => code).filter((code) => code.startsWith('MS61') && code !== 'MS6112')).toEqual(codes);
});

describeCode('MS6102', [
  canary('without steps', { steps: [] }, {}, { given: 'steps was empty', fix: 'state steps' }),
  steps('with a weight of nothing', [weight(0), weight(50)], [weight(1), weight(50)], {
    given: 'the weights were 0, 50',
    allowed: 'from 1 to 99',
    fix: 'leave out',
  }),
  steps('with a weight of everything', [weight(50), weight(100)], [weight(50), weight(99)], {
    given: 'the weights were 50, 100',
    fix: 'the new version takes all requests',
  }),
  steps('with half a percent', [weight(2.5)], [weight(2)], { given: 'the weights were 2.5', fix: 'leave out' }),
  steps('with weights that fall', [weight(10), weight(5), weight(50)], [weight(5), weight(10), weight(50)], {
    given: 'the weights were 10, 5, 50',
    allowed: 'rise',
    fix: 'state 5, 10, 50',
  }),
  steps(
    'with weights that stay, across an approval',
    [weight(10), approval, weight(10)],
    [weight(10), approval, weight(20)],
    { given: 'the weights were 10, 10', fix: 'state 10' },
  ),
  steps(
    'with copies of nothing',
    [mirror(0), weight(10)],
    [mirror(1), weight(10)],
    { given: 'mirror was 0', allowed: '1 to 100', fix: 'are copied' },
    flagger(),
  ),
]);

describeCode('MS6103', [
  steps('of a step', [weight(5, seconds(0))], [weight(5, seconds(1))], {
    given: 'the step weight 5 lasts 0 ms',
    fix: 'leave the time out',
  }),
  steps('of part of a second', [weight(5, Duration.millis(1500))], [weight(5, Duration.millis(2000))], {
    given: 'lasts 1500 ms',
    allowed: 'whole seconds',
    fix: 'whole seconds',
  }),
  blueGreen(
    'of an old version',
    { scaleDownDelay: Duration.millis(100_500), autoPromotion: true },
    { scaleDownDelay: seconds(100), autoPromotion: true },
    { given: 'scaleDownDelay was 100.5 s', fix: 'whole seconds' },
    flagger(),
  ),
]);

describeCode('MS6104', [
  ...['x version', '', ':path', 'Host', 'uri'].map((name) =>
    steps(
      `named '${name}'`,
      [header(name, 'next')],
      [header('X-Version', 'next')],
      { given: `its name was '${name}'`, fix: 'x-version' },
      flagger(),
    ),
  ),
  ...['', ' next', 'näxt', 'a\nb'].map((value) =>
    steps(
      `of the value ${JSON.stringify(value)}`,
      [header('x-version', value)],
      [header('x-version', 'the next one')],
      { given: JSON.stringify(value), fix: 'that testers send' },
      flagger(),
    ),
  ),
]);

describeCode('MS6105', [
  canary(
    'by the objective of availability',
    { steps: [weight(5, seconds(300))], requestsPerSecond: 20 },
    { steps: [weight(5, seconds(348))], requestsPerSecond: 20 },
    {
      given: '20 requests a second x 5% x 1.44% failures x 300 s = 4.32 failures, and 5 count',
      allowed: '348 s or more',
      fix: 'state 348 s, or start at 6%',
    },
  ),
  canary(
    'in its second step',
    { steps: [weight(5), weight(10, seconds(100))], requestsPerSecond: 20 },
    { steps: [weight(5), weight(10, seconds(174))], requestsPerSecond: 20 },
    { given: '20 requests a second x 10%', allowed: '174 s or more', fix: 'leave the time out' },
  ),
]);

describeCode('MS6106', [
  props(
    'without objectives',
    { lifecycle: { rollout: Rollout.canary() }, objectives: [] },
    { lifecycle: { rollout: Rollout.canary({ analysis: false }) }, objectives: [] },
    { given: 'no objective is about all requests', fix: 'Objective.availability(99.9)' },
  ),
  props(
    'with an objective of one route',
    {
      lifecycle: { rollout: Rollout.canary() },
      objectives: [Objective.availability(99, { route: { name: 'pay', paths: ['/pay'] } })],
    },
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'no objective is about all requests', fix: 'analysis: false' },
  ),
]);

describeCode('MS6107', [
  props(
    'for ever',
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.fixed(1) },
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.fixed(2) },
    { given: 'scaling was 1 to 1', fix: 'more replicas' },
  ),
  props(
    'while little is asked',
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.onCpu({ min: 1, max: 9 }) },
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.onCpu({ max: 9 }) },
    { given: 'scaling was 1 to 9: one pod of each version while little is asked', fix: 'min: 2' },
  ),
  props(
    'of a load that states it',
    {
      lifecycle: { rollout: Rollout.canary() },
      scaling: Scaling.forLoad({ peakRequestsPerSecond: 90, requestsPerSecondPerReplica: 100, min: 1 }),
    },
    {
      lifecycle: { rollout: Rollout.canary() },
      scaling: Scaling.forLoad({ peakRequestsPerSecond: 90, requestsPerSecondPerReplica: 100 }),
    },
    { given: 'scaling was 1 to', fix: 'Rollout.rolling()' },
  ),
]);

describeCode('MS6108', [
  props(
    'where connections are',
    { lifecycle: { rollout: Rollout.canary({ analysis: false }) }, ports: [Port.tcp(9090)], objectives: [] },
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'its ports speak tcp', fix: 'Rollout.rolling()' },
  ),
  {
    name: 'where there is nobody to ask',
    path: 'mesh/cart',
    given: 'it has no ports',
    fix: 'Rollout.rolling()',
    bad: (stack) => cart(meshed(stack), { ports: [], lifecycle: { rollout: Rollout.canary({ analysis: false }) } }),
    good: (stack) => cart(meshed(stack), { ports: [] }),
  },
  {
    name: 'behind a load balancer',
    path: 'mesh/cart',
    given: 'exposed by a load balancer',
    allowed: 'a gateway',
    fix: 'state an ingress gateway',
    bad: (stack) => exposedBy(stack, {}),
    good: (stack) => exposedBy(stack, { ingressGateway }),
  },
]);

function exposedBy(stack: ApplicationStack, mesh: IstioMeshProps): void {
  called(stack, { lifecycle: { rollout: Rollout.canary() } }, { mesh }).expose({
    public: true,
    host: 'cart.example.com',
  });
}

const mirrored = { lifecycle: { rollout: Rollout.canary({ steps: [mirror(50), weight(50)] }) } };

describeCode('MS6109', [
  {
    name: 'by a call',
    path: 'mesh/cart',
    given: 'calls of web may not be carried out twice',
    fix: 'idempotent: true',
    bad: (stack) => called(stack, mirrored, flagger(), false),
    good: (stack) => called(stack, mirrored, flagger()),
  },
  {
    name: 'from outside',
    path: 'mesh/cart',
    given: 'requests from outside',
    fix: 'leave the step out',
    bad: (stack) => called(stack, mirrored, flagger()).expose({ public: true, host: 'cart.example.com' }),
    good: (stack) => called(stack, mirrored, flagger()),
  },
]);

const backlogs = [Backlog.kafka(100, { topic: 'orders', consumerGroup: 'cart' })];

describeCode('MS6110', [
  props(
    'beside requests',
    { lifecycle: { rollout: Rollout.canary() }, telemetry: { backlogs } },
    { telemetry: { backlogs } },
    { given: 'its rollout is canary, and its pods take work from ', fix: 'Rollout.rolling()' },
  ),
]);

describeCode('MS6111', [
  on(
    'headers without a controller',
    {},
    flagger(),
    { lifecycle: { rollout: Rollout.canary({ steps: [header('x-version', 'next')] }) } },
    { given: 'no controller walks the steps', allowed: 'Flagger', fix: 'another delivery' },
  ),
  on(
    'a switch without a controller',
    {},
    flagger(),
    { lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true }) } },
    { given: 'replicas one by one', allowed: 'Flagger', fix: 'another rollout' },
  ),
]);

describeCode('MS6112', [
  {
    name: 'without a controller',
    path: 'mesh/cart',
    given: 'state the candidates from step to step; analysis of canaries: nothing takes a bad version back',
    fix: 'acknowledge it',
    bad: (stack) => called(stack, { lifecycle: { rollout: Rollout.canary() } }),
    good: (stack) => called(stack, {}),
  },
]);

/** The microservice and the platform of docs/delivery. */
const documented = (candidates: KubernetesDeliveryProps['candidates'], more: CanaryOptions = {}) => {
  return findings((stack) => {
    const its = meshed(stack, { delivery: new KubernetesDelivery(candidates === undefined ? {} : { candidates }) });
    const checkout = service(its, 'checkout', {
      image: 'ghcr.io/acme/checkout:2.0.0',
      ports: [Port.grpc(5050)],
      objectives,
      lifecycle: { rollout: Rollout.canary({ requestsPerSecond: 20, ...more }) },
    });
    service(its, 'web').calls(checkout, { timeout: Duration.seconds(30) });
  }).map(({ code }) => code);
};

test('nothing is lost where candidates are stated as docs/delivery asks', () => {
  const image = 'ghcr.io/acme/checkout:2.1.0';
  for (const weight of [0, 5, 10, 25, 50, 100]) expect(documented({ checkout: { image, weight } })).toEqual([]);
  expect(documented({})).toEqual([]);
  expect(documented(undefined)).toEqual(['MS6112']);
  // What the program itself asks for is said to be lost.
  expect(documented({ checkout: { image, weight: 25 } }, { analysis: true })).toEqual(['MS6112']);
  expect(documented(undefined, { analysis: false })).toEqual(['MS6112']);
});

describeCode('MS6113', [
  canary(
    'of no requests',
    { requestsPerSecond: 0 },
    { requestsPerSecond: 0.1 },
    { given: 'requestsPerSecond was 0', fix: 'a quiet hour' },
  ),
  ...[0, 101, 12.5].map((maxSurge) =>
    props(
      `of ${maxSurge} percent of the replicas`,
      { lifecycle: { rollout: Rollout.rolling({ maxSurge }) } },
      { lifecycle: { rollout: Rollout.rolling({ maxSurge: 100 }) } },
      { given: `maxSurge was ${maxSurge}`, allowed: '1 to 100', fix: 'percent of the replicas' },
    ),
  ),
]);

describeCode('MS6114', [
  blueGreen(
    'by the longest request',
    { scaleDownDelay: seconds(30), autoPromotion: true },
    { autoPromotion: true },
    { given: 'scaleDownDelay was 30 s', allowed: '40 s or more', fix: 'state 40 s' },
    flagger(),
  ),
]);

describeCode('MS6115', [
  {
    name: 'of which one is a version',
    path: 'mesh',
    given: 'Flagger makes objects named cart-primary and cart-canary for the versions of cart',
    fix: 'rename cart-primary',
    bad: (stack) => both(stack, 'cart-primary'),
    good: (stack) => both(stack, 'cart-next'),
  },
  {
    name: 'in two stacks of a namespace',
    path: 'mesh',
    given: 'Flagger makes objects named cart-primary and cart-canary for the versions of cart',
    fix: 'rename cart-primary',
    bad: (stack) => apart(stack, 'mesh'),
    good: (stack) => apart(stack, 'elsewhere'),
  },
  {
    name: 'of which one is a function',
    path: 'mesh',
    given: 'Flagger makes objects named cart-primary and cart-canary for the versions of cart',
    fix: 'rename cart-primary',
    bad: (stack) => withFunction(stack, 'cart-primary'),
    good: (stack) => withFunction(stack, 'cart-next'),
  },
]);

function withFunction(stack: ApplicationStack, id: string): void {
  const its = meshed(stack, { ...flagger(), functions: new KnativeServing() });
  new ServerlessFunction(its, id, { image: IMAGE }).acknowledge('MS7009', 'anybody may call it');
  service(its, 'shop-front').calls(cart(its, { objectives, lifecycle: { rollout: Rollout.canary() } }));
}

function apart(stack: ApplicationStack, namespace: string): void {
  const its = meshed(stack, flagger());
  const callee = cart(its, { objectives, lifecycle: { rollout: Rollout.canary() } });
  service(
    new ApplicationStack(stack.node.root, 'another', { platform: its.platform, namespace }),
    'cart-primary',
  ).calls(callee);
}

const rollouts = { delivery: new ArgoRollouts() };
const scaledOn = (name: string, bad: Scaling, surroundings: Surroundings = rollouts) =>
  props(
    name,
    { lifecycle: { rollout: Rollout.canary() }, scaling: bad },
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.onCpu({ min: 3, max: 10 }) },
    {
      given:
        'with 3 pods of each version at 80 % of the target, the autoscaler asks for 5 of each, then for more, up to 10',
      allowed: 'CPU',
      fix: 'Scaling.onCpu()',
    },
    surroundings,
  );

describeCode('MS6116', [
  scaledOn('by memory alone', Scaling.onMemory({ min: 3, max: 10 })),
  scaledOn('by memory beside CPU, of which the higher number counts', Scaling.onCpuAndMemory({ min: 3, max: 10 })),
  on(
    'where versions are counted together',
    rollouts,
    flagger(),
    { lifecycle: { rollout: Rollout.canary() }, scaling: Scaling.onMemory({ min: 3, max: 10 }) },
    { given: 'scaling is on memory', fix: 'another delivery' },
  ),
]);

test('memory does not mislead where versions are counted apart, or none stands beside another', () => {
  const memory = Scaling.onMemory({ min: 3, max: 10 });
  const coded = (delivery: Delivery, rollout: Rollout) =>
    findings((stack) => {
      called(stack, { lifecycle: { rollout }, scaling: memory }, { delivery });
    }).some(({ code }) => code === 'MS6116');
  expect([
    coded(new ArgoRollouts(), Rollout.blueGreen()),
    coded(new ArgoRollouts(), Rollout.rolling()),
    coded(new KubernetesDelivery(), Rollout.canary()),
  ]).toEqual([false, false, false]);
});

function both(stack: ApplicationStack, id: string): void {
  const its = meshed(stack, flagger());
  const callee = cart(its, { objectives, lifecycle: { rollout: Rollout.canary() } });
  service(its, id).calls(callee);
}

describeCode('MS6140', [
  steps(
    'by a header and weights',
    [header('x-version', 'next'), weight(50)],
    [header('x-version', 'next')],
    { given: 'the steps were header, weight', allowed: 'no other', fix: 'another delivery' },
    flagger(),
  ),
  steps(
    'by copies after a weight',
    [weight(10), mirror(10), weight(50)],
    [mirror(10), weight(10), weight(50)],
    { given: 'weight, mirror, weight', allowed: 'before the first weight', fix: 'other steps' },
    flagger(),
  ),
  steps(
    'by copies alone',
    [mirror(10)],
    [mirror(10), weight(10)],
    { given: 'the steps were mirror', allowed: 'then weights', fix: 'other steps' },
    flagger(),
  ),
  steps(
    'by approvals alone',
    [approval],
    [approval, weight(10)],
    { given: 'the steps were approval', fix: 'other steps' },
    flagger('http://gate'),
  ),
  steps(
    'by an approval in between',
    [weight(10), approval, weight(50)],
    [weight(10), weight(50), approval],
    { given: 'weight, approval, weight', allowed: 'at either end', fix: 'other steps' },
    flagger('http://gate'),
  ),
  props(
    'of connections',
    { lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true }) }, ports: [Port.tcp(9090)], objectives: [] },
    { ports: [Port.tcp(9090)], objectives: [] },
    {
      given: 'no mesh splits its requests: Flagger would start the new version, send it no request',
      allowed: 'ArgoRollouts',
      fix: 'Rollout.rolling()',
    },
    flagger(),
  ),
]);

describeCode('MS6141', [
  {
    name: 'of timeouts',
    path: 'mesh/cart',
    given: 'mail: 5000 ms, 0 retries; web: 30000 ms, 0 retries: all of them get 30000 ms, 0 retries',
    fix: 'the longest timeout and the fewest retries',
    bad: (stack) => twoCallers(stack, { timeout: seconds(5) }),
    good: (stack) => twoCallers(stack, { timeout: seconds(30) }),
  },
  {
    name: 'of a caller and the gateway',
    path: 'mesh/cart',
    given: 'mail: 30000 ms, 1 retries; the gateway: 30000 ms, 0 retries',
    fix: 'acknowledge',
    bad: (stack) =>
      twoCallers(stack, { timeout: seconds(30), idempotent: true, retries: Retries.upTo(1) }).expose({
        public: true,
        host: 'cart.example.com',
      }),
    good: (stack) => twoCallers(stack, {}).expose({ public: true, host: 'cart.example.com' }),
  },
]);

function twoCallers(
  stack: ApplicationStack,
  options: { readonly timeout?: Duration; readonly idempotent?: boolean; readonly retries?: Retries },
) {
  const its = meshed(stack, flagger());
  const callee = cart(its, { objectives, lifecycle: { rollout: Rollout.canary() } });
  service(its, 'web').calls(callee, { timeout: seconds(30) });
  service(its, 'mail').calls(callee, options);
  return callee;
}

describeCode('MS6142', [
  blueGreen(
    'to a switch',
    {},
    { autoPromotion: true },
    { given: 'autoPromotion was false, and the platform states no gate', fix: 'new Flagger({ gate:' },
    flagger(),
  ),
  on(
    'to a step',
    flagger(),
    flagger('https://gate.example.com/check'),
    { lifecycle: { rollout: Rollout.canary({ steps: [weight(10), approval] }) } },
    { given: 'a step is an approval', fix: 'leave the approval out' },
  ),
]);

describeCode('MS6143', [
  steps(
    'with times that differ',
    [weight(10, seconds(60)), weight(50, seconds(600))],
    [weight(10, seconds(600)), weight(50, seconds(600))],
    { given: '60 s become 600 s', fix: 'state 600 s for all' },
    flagger(),
  ),
  steps(
    'beside a computed time',
    [weight(10, seconds(60)), weight(50)],
    [weight(10), weight(50)],
    { given: '60 s become 300 s', fix: 'state 300 s' },
    flagger(),
  ),
]);

const web = Port.http(8080);

describeCode('MS6144', [
  props(
    'with another number outside',
    { lifecycle: { rollout: Rollout.canary() }, ports: [web, Port.tcp(90, { targetPort: 9090 })] },
    { lifecycle: { rollout: Rollout.canary() }, ports: [Port.http(80, { targetPort: 8080 })] },
    { given: 'it leads to 9090 over TCP', fix: 'on which the container listens' },
    flagger(),
  ),
  props(
    'of single pods',
    { lifecycle: { rollout: Rollout.canary() }, pod: { headless: true } },
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'headless was true', fix: 'leave headless out' },
    flagger(),
  ),
  {
    name: 'behind a gateway',
    path: 'mesh/cart',
    given: 'it has 2 ports, and is exposed',
    fix: 'another microservice',
    bad: (stack) => exposedWith(stack, [web, Port.grpc(9090)]),
    good: (stack) => exposedWith(stack, [web]),
  },
]);

function exposedWith(stack: ApplicationStack, ports: Port[]): void {
  const callee = cart(meshed(stack, flagger()), { objectives, lifecycle: { rollout: Rollout.canary() }, ports });
  callee.expose({ public: true, host: 'cart.example.com', port: 8080 });
}

describeCode('MS6145', [
  on(
    'without monitoring',
    { ...flagger(), monitoring: new NoMonitoring() },
    flagger(),
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'the platform has NoMonitoring', fix: 'analysis: false' },
  ),
  on(
    'without an address',
    { ...flagger(), monitoring: new PrometheusOperator({ selector: { release: 'prometheus' } }) },
    flagger(),
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'the address of PrometheusOperator is not stated', fix: 'state the address' },
  ),
  {
    name: 'without callers',
    path: 'mesh/cart',
    given: 'it has no callers in the mesh',
    fix: 'objectives of the mesh',
    bad: (stack) => cart(meshed(stack, flagger()), { objectives, lifecycle: { rollout: Rollout.canary() } }),
    good: (stack) => called(stack, { lifecycle: { rollout: Rollout.canary() } }, flagger()),
  },
  props(
    'by the application alone',
    {
      lifecycle: { rollout: Rollout.canary() },
      objectives: [Objective.availability(99.9, { source: MetricSource.APPLICATION })],
    },
    { lifecycle: { rollout: Rollout.canary() } },
    { given: 'measured by the application', fix: 'objectives of the mesh' },
    flagger(),
  ),
]);

describeCode('MS6146', [
  on(
    'of its gate',
    flagger('flagger-loadtester/gate/check'),
    flagger('http://flagger-loadtester.flagger/gate/check'),
    {},
    { path: 'mesh', given: "gate was 'flagger-loadtester/gate/check'", fix: 'as Flagger reaches it' },
  ),
]);

test('a canary that is right is not found fault with, but for what is lost', () => {
  const codes = findings((stack) => {
    called(stack, { lifecycle: { rollout: Rollout.canary({ requestsPerSecond: 20 }) } }, flagger());
  }).map(({ code }) => code);
  expect(codes).toEqual(['MS6112']);
});
