import { CallOptions, MicroserviceProps, Port, Retries, Scaling } from '../../../../lib';
import { all, find, only } from '../../../support/manifests';
import { IstioProgram } from './program';

/** The rule for a callee. */
function ruleOf(props: Partial<MicroserviceProps> = {}, options: CallOptions = {}) {
  const program = new IstioProgram();
  program.serve('web').calls(program.serve('cart', props), options);
  return only(program.written(), 'DestinationRule').spec;
}

test('there is one for each callee, whatever it speaks, and none where nobody calls', () => {
  const program = new IstioProgram();
  const [web, cart, db] = [
    program.serve('web'),
    program.serve('cart'),
    program.serve('db', { ports: [Port.tcp(5432)] }),
  ];
  for (const callee of [cart, db]) web.calls(callee);
  cart.calls(db);
  expect(all(program.written(), 'DestinationRule').map(({ metadata, spec }) => [metadata.name, spec.host])).toEqual([
    ['cart', 'cart.shop.svc.cluster.local'],
    ['db', 'db.shop.svc.cluster.local'],
  ]);
});

describe('the bounds on what is under way are what all replicas serve', () => {
  test.each<[string, Partial<MicroserviceProps>, number]>([
    ['two replicas of a hundred, where nothing is stated', {}, 200],
    ['a stated concurrency', { lifecycle: { concurrency: 7 }, scaling: Scaling.fixed(3) }, 21],
    [
      'as many as an autoscaler may start',
      { lifecycle: { concurrency: 10 }, scaling: Scaling.onCpu({ min: 2, max: 20 }) },
      200,
    ],
    ['one replica where there is none yet', { lifecycle: { concurrency: 10 }, scaling: Scaling.fixed(0) }, 10],
  ])('%s', (_, props, limit) => {
    // No queue is shorter than the rest: bursts would be refused.
    expect(ruleOf(props).trafficPolicy.connectionPool).toEqual({
      tcp: { maxConnections: limit, connectTimeout: '1s' },
      http: { http1MaxPendingRequests: limit, http2MaxRequests: limit },
    });
  });
});

describe('a failing replica is left out', () => {
  // Envoy leaves one of n out only from ceil(100 / n) percent on.
  test.each([
    [2, 50],
    [3, 34],
    [4, 25],
    [6, 17],
    [10, 10],
    [11, 10],
    [100, 1],
  ])('of %i replicas, at %i percent', (replicas, percent) => {
    expect(ruleOf({ scaling: Scaling.fixed(replicas) }).trafficPolicy.outlierDetection).toEqual({
      consecutive5xxErrors: 5,
      interval: '10s',
      baseEjectionTime: '30s',
      maxEjectionPercent: percent,
    });
  });

  test.each([
    [1, 5, 50],
    [3, 20, 34],
  ])('of %i to %i replicas, at %i percent', (min, max, percent) => {
    expect(ruleOf({ scaling: Scaling.onCpu({ min, max }) }).trafficPolicy.outlierDetection.maxEjectionPercent).toBe(
      percent,
    );
  });

  test.each([0, 1])('not of %i', (replicas) => {
    // Zeros, since without the block the mesh's defaultTrafficPolicy would count.
    expect(ruleOf({ scaling: Scaling.fixed(replicas) }).trafficPolicy.outlierDetection).toEqual({
      consecutive5xxErrors: 0,
      consecutiveGatewayErrors: 0,
    });
  });
});

describe('the retry budget', () => {
  test('bounds retries where there are any', () => {
    expect(ruleOf({}, { idempotent: true, retries: Retries.upTo(1) }).trafficPolicy.retryBudget).toEqual({
      percent: 20,
      minRetryConcurrency: 3,
    });
  });

  test.each<CallOptions>([
    {},
    { idempotent: true },
    { idempotent: true, retries: Retries.none() },
    { streaming: true },
  ])('is none where nothing is sent again: %j', (options) => {
    expect(ruleOf({}, options).trafficPolicy).not.toHaveProperty('retryBudget');
  });

  test('is there where one of several callers retries', () => {
    const program = new IstioProgram();
    const cart = program.serve('cart');
    program.serve('web').calls(cart);
    program.serve('ads').calls(cart, { idempotent: true, retries: Retries.upTo(1) });
    expect(find(program.written(), 'DestinationRule', 'cart').spec.trafficPolicy).toHaveProperty('retryBudget');
  });
});

test("requests are balanced over all zones, since ejection would keep them in the caller's", () => {
  expect(ruleOf().trafficPolicy.loadBalancer).toEqual({
    simple: 'LEAST_REQUEST',
    localityLbSetting: { enabled: false },
  });
});

test('mutual TLS is left to the proxies, which agree on it', () => {
  expect(ruleOf().trafficPolicy).not.toHaveProperty('tls');
});
