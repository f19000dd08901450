import { Duration } from 'cdk8s';
import {
  ArgoRollouts,
  CanaryStep,
  NoMesh,
  Platform,
  ApplicationStack,
  Microservice,
  Port,
  Rollout,
  Scaling,
  TopologySpread,
} from '../../../../lib';
import { Testing } from 'cdk8s';
import { all, find, synthesize } from '../../../support/manifests';
import { canaried, canaryOf, rolloutsProgram, strategyOf } from './program';

test('a canary is a Rollout in the place of the Deployment, with its pods', () => {
  const { program } = canaried();
  const written = program.written();
  expect(all(written, 'Deployment').map(({ metadata }) => metadata.name)).toEqual(['web']);
  const { spec } = find(written, 'Rollout', 'cart');
  const plain = rolloutsProgram();
  const other = plain.serve('cart');
  plain.serve('web').calls(other, { timeout: Duration.seconds(1), idempotent: true });
  const deployment = find(plain.written(), 'Deployment', 'cart').spec;
  expect(spec.selector).toEqual(deployment.selector);
  expect(spec.template).toEqual(
    JSON.parse(JSON.stringify(deployment.template).replaceAll('"pod-template-hash"', '"rollouts-pod-template-hash"')),
  );
});

test('the version that may take requests back keeps its replicas, and a switch meets all of them', () => {
  const scaling = Scaling.onCpu({ min: 2, max: 20 });
  const { program } = canaried({}, { scaling });
  expect(canaryOf(program.written())).not.toHaveProperty('dynamicStableScale');
  const switched = canaried({}, { scaling, lifecycle: { rollout: Rollout.blueGreen() } });
  expect(strategyOf(switched.program.written()).blueGreen).not.toHaveProperty('previewReplicaCount');
});

test("rolling updates and recreation stay Kubernetes' own", () => {
  const program = rolloutsProgram();
  program.serve('cart', { lifecycle: { rollout: Rollout.recreate() } });
  program.serve('web');
  expect(all(program.written(), 'Deployment').map(({ metadata, spec }) => [metadata.name, spec.strategy.type])).toEqual(
    [
      ['cart', 'Recreate'],
      ['web', 'RollingUpdate'],
    ],
  );
});

test("pods of one version are spread apart from those of the other, by the controller's label", () => {
  const { program } = canaried({}, { pod: { placement: { topologySpread: [TopologySpread.overNodes()] } } });
  expect(
    find(program.written(), 'Rollout', 'cart').spec.template.spec.topologySpreadConstraints.map(
      ({ matchLabelKeys }) => matchLabelKeys,
    ),
  ).toEqual([['rollouts-pod-template-hash']]);
});

test('replicas are stated where nobody else decides them', () => {
  expect(find(canaried({}, { scaling: Scaling.fixed(4) }).program.written(), 'Rollout', 'cart').spec.replicas).toBe(4);
  const { spec } = find(
    canaried({}, { scaling: Scaling.onCpu({ min: 2, max: 5 }) }).program.written(),
    'Rollout',
    'cart',
  );
  expect(spec.replicas).toBeUndefined();
});

test('an autoscaler finds the Rollout', () => {
  const written = canaried({}, { scaling: Scaling.onCpu({ min: 2, max: 5 }) }).program.written();
  expect(find(written, 'HorizontalPodAutoscaler', 'cart').spec.scaleTargetRef).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    name: 'cart',
  });
});

test('both versions have Services, and the routes of callers and of the gateway are listed as they are named', () => {
  const { program, cart } = canaried();
  const ads = program.serve('ads');
  ads.calls(cart, { timeout: Duration.seconds(3), idempotent: true });
  cart.expose({ host: 'shop.example.com', public: true, tlsSecret: 'shop' });
  const written = program.written();
  const canary = canaryOf(written);
  expect([canary.stableService, canary.canaryService]).toEqual(['cart-stable', 'cart-canary']);
  const routes = Object.fromEntries(
    all(written, 'VirtualService').map(({ metadata, spec }) => [metadata.name, spec.http.map(({ name }) => name)]),
  );
  expect(
    Object.fromEntries(canary.trafficRouting.istio.virtualServices.map(({ name, routes: names }) => [name, names])),
  ).toEqual(routes);
  expect(Object.keys(routes).sort()).toEqual(['cart', 'cart-external']);
  expect(routes.cart!.length).toBeGreaterThan(1);
});

test('the old version keeps its replicas until its last request has been answered', () => {
  const { scaleDownDelaySeconds, abortScaleDownDelaySeconds, dynamicStableScale, maxUnavailable } = canaryOf(
    canaried({}, { lifecycle: { longestRequest: Duration.seconds(90) } }).program.written(),
  );
  const { terminationGracePeriodSeconds } = find(
    canaried({}, { lifecycle: { longestRequest: Duration.seconds(90) } }).program.written(),
    'Rollout',
    'cart',
  ).spec.template.spec;
  expect([scaleDownDelaySeconds, abortScaleDownDelaySeconds]).toEqual([
    terminationGracePeriodSeconds,
    terminationGracePeriodSeconds,
  ]);
  expect(dynamicStableScale ?? false).toBe(false);
  expect(maxUnavailable).toBe(0);
});

test('where nothing is sent, there are no routes to move', () => {
  const program = rolloutsProgram();
  program.serve('cart', {
    lifecycle: { rollout: Rollout.canary({ steps: [CanaryStep.weight(50)], analysis: false }) },
  });
  const canary = canaryOf(program.written());
  expect([canary.trafficRouting, canary.scaleDownDelaySeconds]).toEqual([undefined, undefined]);
  expect(canary.steps).toEqual([{ setWeight: 50 }, { pause: { duration: '300s' } }]);
});

test('without a mesh, weights are shares of the replicas', () => {
  const app = Testing.app();
  const stack = new ApplicationStack(app, 'shop', {
    platform: new Platform({ mesh: new NoMesh(), delivery: new ArgoRollouts() }),
  });
  new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(80)],
    scaling: Scaling.fixed(4),
    lifecycle: { rollout: Rollout.canary({ analysis: false, steps: [CanaryStep.weight(25)] }) },
  });
  const written = synthesize(app);
  expect(canaryOf(written)).toEqual({
    maxSurge: '25%',
    maxUnavailable: 0,
    steps: [{ setWeight: 25 }, { pause: { duration: '300s' } }],
  });
  expect(all(written, 'Service').map(({ metadata }) => metadata.name)).toEqual(['cart']);
});

test('a switch goes from the Service of the microservice to the one of the preview', () => {
  const program = rolloutsProgram();
  program.serve('cart', { lifecycle: { rollout: Rollout.blueGreen({ scaleDownDelay: Duration.minutes(5) }) } });
  const written = program.written();
  expect(strategyOf(written)).toEqual({
    blueGreen: {
      activeService: 'cart',
      previewService: 'cart-preview',
      autoPromotionEnabled: false,
      scaleDownDelaySeconds: 300,
      abortScaleDownDelaySeconds: expect.any(Number),
      maxUnavailable: 0,
    },
  });
  expect(all(written, 'Service').map(({ metadata, spec }) => [metadata.name, spec.selector])).toEqual(
    ['cart', 'cart-preview'].map((name) => [
      name,
      { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' },
    ]),
  );
});

test('the controller of an instance is told what is its own', () => {
  const { program } = canaried({}, {}, rolloutsProgram({ instanceId: 'blue' }));
  expect(find(program.written(), 'Rollout', 'cart').metadata.labels).toMatchObject({
    'argo-rollouts.argoproj.io/controller-instance-id': 'blue',
  });
});

test('a patch of a container reaches the Rollout', () => {
  const { program, cart } = canaried();
  cart.patchContainer('cart', { terminationMessagePolicy: 'FallbackToLogsOnError' });
  expect(find(program.written(), 'Rollout', 'cart').spec.template.spec.containers[0]!.terminationMessagePolicy).toBe(
    'FallbackToLogsOnError',
  );
});
