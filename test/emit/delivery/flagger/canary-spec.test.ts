import { Duration } from 'cdk8s';
import { CanaryStep, MicroserviceProps, Port, Retries, Rollout, Scaling } from '../../../../lib';
import { only } from '../../../support/manifests';
import { FlaggerProgram } from './program';

const { weight, header, mirror } = CanaryStep;
const GATE = 'http://flagger-loadtester.flagger/gate/check';

function specOf(props: Partial<MicroserviceProps> = {}, gate?: string) {
  return only(new FlaggerProgram(props, gate === undefined ? {} : { flagger: { gate } }).written(), 'Canary').spec;
}

const analysisOf = (rollout: Rollout, gate?: string) => specOf({ lifecycle: { rollout } }, gate).analysis;

test('a canary goes by the stated weights, each for as long as the longest takes to be judged', () => {
  // 5 failures / (20 requests a second x 5% x 1.44%) = 347.2 s.
  expect(analysisOf(Rollout.canary({ requestsPerSecond: 20 }))).toEqual({
    interval: '348s',
    threshold: 1,
    stepWeights: [5, 10, 25, 50],
    metrics: [
      {
        name: 'availability',
        interval: '348s',
        templateRef: { name: 'cart-availability' },
        thresholdRange: { max: 0.0144 },
      },
    ],
  });
});

test('without analysis, nothing is asked', () => {
  expect(analysisOf(Rollout.canary({ analysis: false, steps: [weight(20, Duration.minutes(2))] }))).toEqual({
    interval: '120s',
    threshold: 1,
    stepWeights: [20],
  });
});

describe('the version that is promoted gets its requests back as its replicas follow', () => {
  const stepOf = (percents: readonly number[], scaling?: Scaling) =>
    specOf({
      lifecycle: { rollout: Rollout.canary({ analysis: false, steps: percents.map((percent) => weight(percent)) }) },
      ...(scaling !== undefined && { scaling }),
    }).analysis.stepWeightPromotion;
  const scaled = Scaling.onCpu({ min: 2, max: 20 });

  test.each([
    // No more than are left to it, so that no step more than doubles them: 10, 20, 30 and so on.
    [[10, 50, 90], 10],
    [[90], 10],
    [[25, 50, 75], 25],
    // No more than the canary took at once.
    [[5, 10, 25, 50], 25],
    [[30, 60], 30],
    // At most ten steps.
    [[50, 99], 10],
    [[1, 2, 3, 4, 5, 20], 15],
    // One step is the default.
    [[50], undefined],
    [[20], undefined],
    [[5, 10], undefined],
  ])('after weights %j, %p percent at once', (percents, step) => {
    expect(stepOf(percents, scaled)).toBe(step);
  });

  test('in one step where its replicas stay', () => {
    expect(stepOf([10, 50, 90])).toBeUndefined();
    expect(stepOf([10, 50, 90], Scaling.onCpu({ min: 4, max: 4 }))).toBeUndefined();
  });

  test('in one step after a header and after a switch', () => {
    const walked = specOf({
      scaling: scaled,
      lifecycle: { rollout: Rollout.canary({ steps: [header('x-version', 'next')] }) },
    });
    const switched = specOf({ lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true }) } });
    for (const { analysis } of [walked, switched]) expect(analysis).not.toHaveProperty('stepWeightPromotion');
  });
});

test('copies come before the weights', () => {
  const program = new FlaggerProgram({ lifecycle: { rollout: Rollout.canary({ steps: [mirror(30), weight(50)] }) } });
  expect(only(program.written(), 'Canary').spec.analysis).toMatchObject({
    mirror: true,
    mirrorWeight: 30,
    stepWeights: [50],
    interval: '300s',
  });
});

test('a header tells requests for the new version', () => {
  const analysis = analysisOf(Rollout.canary({ steps: [header('x-version', 'next', Duration.minutes(30))] }));
  expect(analysis).toMatchObject({
    interval: '1800s',
    iterations: 1,
    match: [{ headers: { 'x-version': { exact: 'next' } } }],
  });
  expect(analysis).not.toHaveProperty('stepWeights');
});

test('a switch takes one look, and waits for somebody unless it is stated not to', () => {
  expect(analysisOf(Rollout.blueGreen({ autoPromotion: true }))).toMatchObject({ interval: '60s', iterations: 1 });
  expect(analysisOf(Rollout.blueGreen({ autoPromotion: true }))).not.toHaveProperty('webhooks');
  expect(analysisOf(Rollout.blueGreen(), GATE).webhooks).toEqual([
    { name: 'promote', type: 'confirm-promotion', url: GATE },
  ]);
});

test.each([
  [
    'before the first step',
    [CanaryStep.approval(), weight(50)],
    [{ name: 'begin', type: 'confirm-rollout', url: GATE }],
  ],
  [
    'after the last one',
    [weight(50), CanaryStep.approval()],
    [{ name: 'promote', type: 'confirm-promotion', url: GATE }],
  ],
])('Flagger asks %s', (_, steps, webhooks) => {
  expect(analysisOf(Rollout.canary({ steps }), GATE).webhooks).toEqual(webhooks);
});

test('the Service is that of the only port', () => {
  expect(specOf().service).toMatchObject({ port: 7070, portName: 'grpc', targetPort: 7070, appProtocol: 'grpc' });
  expect(specOf().service).not.toHaveProperty('portDiscovery');
  expect(specOf({ ports: [Port.http(80, { targetPort: 8080 })] }).service).toMatchObject({
    port: 80,
    portName: 'http',
    targetPort: 8080,
    appProtocol: 'http',
  });
});

test(
  'of several ports, the first that speaks of requests is routed, and the others are found at the ' + 'containers',
  () => {
    const program = new FlaggerProgram({ ports: [Port.tcp(9090), Port.grpc(7070)] }, {}, { port: 7070 });
    expect(only(program.written(), 'Canary').spec.service).toMatchObject({ port: 7070, portDiscovery: true });
  },
);

test("routes have the callers' timeout and retries", () => {
  expect(specOf().service).toMatchObject({ timeout: '2s', retries: { attempts: 0 } });
  const program = new FlaggerProgram();
  const retrying = new FlaggerProgram({ ports: [Port.http(80)] });
  retrying
    .serve('mail')
    .calls(retrying.cart, { timeout: Duration.seconds(5), idempotent: true, retries: Retries.upTo(2) });
  expect(only(retrying.written(), 'Canary').spec.service).toMatchObject({ timeout: '5s', retries: { attempts: 0 } });
  expect(only(program.written(), 'Canary').spec.service).not.toHaveProperty('gateways');
});

test('exposed requests come by the gateway, which is not the first of the two', () => {
  const program = new FlaggerProgram();
  program.cart.expose({ host: 'cart.example.com', public: true });
  expect(only(program.written(), 'Canary').spec.service).toMatchObject({
    gateways: ['mesh', 'shop/cart-external'],
    hosts: ['cart.example.com'],
    timeout: '30s',
  });
});

test("of the mesh's traffic policy, Flagger is told what its schema has", () => {
  expect(specOf().service.trafficPolicy).toEqual({
    connectionPool: { http: { http1MaxPendingRequests: expect.any(Number), http2MaxRequests: expect.any(Number) } },
    loadBalancer: { simple: 'LEAST_REQUEST' },
    outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
  });
});
