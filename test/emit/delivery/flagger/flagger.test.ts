import { Keda, MetricsAccess, Objective, Port, PrometheusOperator, Rollout, Scaling } from '../../../../lib';
import { stagesOf } from '../../../support/canary';
import { faultsOf } from '../../../support/canary/judge';
import { find, ManifestObject, only } from '../../../support/manifests';
import { ADDRESS, FlaggerProgram, primaryLabels } from './program';

const written = new FlaggerProgram().written();
const cart = find(written, 'Deployment', 'cart') as unknown as ManifestObject;

test('what Flagger makes is not made: Services, routes and destinations of what it brings out', () => {
  const program = new FlaggerProgram();
  for (const kind of ['Service', 'VirtualService', 'DestinationRule']) expect(program.names(kind)).toEqual([]);
  program.cart.expose({ host: 'cart.example.com', public: true });
  expect(program.names('VirtualService')).toEqual([]);
  expect(program.names('Gateway')).toEqual(['cart-external']);
  expect(find(written, 'Service', 'web').spec.selector).toEqual({
    'app.kubernetes.io/name': 'web',
    'app.kubernetes.io/instance': 'web',
  });
});

test.each([
  ['PodDisruptionBudget', ({ spec }: any) => spec.selector.matchLabels],
  ['NetworkPolicy', ({ spec }: any) => spec.podSelector.matchLabels],
  ['AuthorizationPolicy', ({ spec }: any) => spec.selector.matchLabels],
  ['Sidecar', ({ spec }: any) => spec.workloadSelector.labels],
  ['PodMonitor', ({ spec }: any) => spec.selector.matchLabels],
] as const)('the %s holds for pods of both versions, and for no others', (kind, selectorOf) => {
  const selector = Object.entries(selectorOf(find(written, kind, 'cart')) as Record<string, string>);
  const selects = (labels: Record<string, string>) => selector.every(([key, value]) => labels[key] === value);
  const web = (find(written, 'Deployment', 'web') as any).spec.template.metadata.labels as Record<string, string>;
  expect([
    selects((cart.spec as any).template.metadata.labels as Record<string, string>),
    selects(primaryLabels(cart)),
    selects(web),
  ]).toEqual([true, true, false]);
});

test('the selector has the label that Flagger looks for, and spread constraints are of one version', () => {
  const { selector, template } = find(written, 'Deployment', 'cart').spec;
  const both = { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' };
  expect(selector.matchLabels).toEqual(both);
  expect(template.spec.topologySpreadConstraints.map(({ labelSelector }) => labelSelector.matchLabels)).toEqual([
    both,
    both,
  ]);
});

test('proxies of both versions report under one name, and so do scrapers', () => {
  expect(find(written, 'Deployment', 'cart').spec.template.metadata.labels['service.istio.io/canonical-name']).toBe(
    'cart',
  );
  expect(find(written, 'Deployment', 'web').spec.template.metadata.labels).not.toHaveProperty([
    'service.istio.io/canonical-name',
  ]);
  expect([find(written, 'PodMonitor', 'cart').spec.jobLabel, find(written, 'PodMonitor', 'web').spec.jobLabel]).toEqual(
    ['app.kubernetes.io/instance', 'app.kubernetes.io/name'],
  );
});

test("callers' proxies know the hosts of both versions", () => {
  const { egress } = find(written, 'Sidecar', 'web').spec;
  expect(egress.flatMap(({ hosts }) => hosts)).toEqual(
    expect.arrayContaining(['cart', 'cart-primary', 'cart-canary'].map((host) => `./${host}.shop.svc.cluster.local`)),
  );
});

test("replicas are Flagger's: the number is an autoscaler's, which Flagger copies", () => {
  const program = new FlaggerProgram({ scaling: Scaling.fixed(4) });
  expect(find(program.written(), 'Deployment', 'cart').spec).not.toHaveProperty('replicas');
  expect(only(program.written(), 'HorizontalPodAutoscaler')).toMatchObject({
    metadata: { name: 'cart' },
    spec: { minReplicas: 4, maxReplicas: 4, scaleTargetRef: { kind: 'Deployment', name: 'cart' } },
  });
  expect(program.cart.ownership).toContainEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'cart',
    namespace: 'shop',
    path: '/spec/replicas',
    owner: 'Flagger',
  });
});

test('the autoscaler that there is is referred to', () => {
  const reference = (program: FlaggerProgram) => only(program.written(), 'Canary').spec.autoscalerRef;
  expect(reference(new FlaggerProgram())).toEqual({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name: 'cart',
  });
  expect(reference(new FlaggerProgram({ scaling: Scaling.onCpu({ min: 2, max: 9 }) }))).toEqual({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name: 'cart',
  });
  const keda = new FlaggerProgram({ scaling: Scaling.onCpu({ min: 2, max: 9 }) }, { autoscaling: new Keda() });
  // An empty map keeps Flagger from writing other hosts into queries.
  expect(reference(keda)).toEqual({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    name: 'cart',
    primaryScalerQueries: {},
  });
});

test.each([
  ['rolling', Rollout.rolling()],
  ['recreate', Rollout.recreate()],
])("what is exchanged by Kubernetes (%s) is not Flagger's business", (_, rollout) => {
  const program = new FlaggerProgram({ lifecycle: { rollout }, scaling: Scaling.fixed(3) });
  expect([
    program.names('Canary'),
    program.names('MetricTemplate'),
    program.names('Service'),
    program.names('VirtualService'),
  ]).toEqual([[], [], ['cart'], ['cart']]);
  expect(find(program.written(), 'Deployment', 'cart').spec.replicas).toBe(3);
});

test('with a certificate, a monitor finds the pods of each version by its Service, and none twice', () => {
  const monitoring = new PrometheusOperator({
    selector: { release: 'prometheus' },
    address: ADDRESS,
    access: MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' }),
  });
  const ports = [Port.grpc(7070), Port.http(9091, { name: 'metrics', servesMetrics: true })];
  const program = new FlaggerProgram({ ports }, { observability: { monitoring } }, { port: 7070 });
  const stages = stagesOf(program.written());
  expect(stages.flatMap((stage) => faultsOf(stage, []))).toEqual([]);
  const { selector, endpoints } = find(program.written(), 'ServiceMonitor', 'cart').spec;
  for (const { objects } of stages) {
    const found = objects.filter(
      ({ kind, metadata }) =>
        kind === 'Service' &&
        Object.entries(selector.matchLabels as Record<string, string>).every(
          ([key, value]) => metadata.labels?.[key] === value,
        ),
    );
    expect(found.map(({ metadata }) => metadata.name).sort()).toEqual(['cart-canary', 'cart-primary']);
    for (const { spec } of found as any[])
      expect(spec.ports.map(({ name }: any) => name)).toContain(endpoints[0]!.port);
  }
  // Without such a monitor, Services have no labels but Flagger's own.
  expect(only(written, 'Canary').spec.service).not.toHaveProperty('primary');
});

test('objects do not depend on when calls are stated', () => {
  expect(new FlaggerProgram({ objectives: [Objective.availability(99.9)] }).names('MetricTemplate')).toEqual([
    'cart-availability',
  ]);
});
