import { Duration } from 'cdk8s';
import { IstioMesh, NoMesh, Objective, Port, PrometheusAnnotations, RequestMetrics, Scaling } from '../../../../lib';
import { fullShop, queriesOf, Shop, titles } from './program';

const CLUSTER_PANELS = ['Saturation', 'CPU', 'Memory', 'Replicas', 'Versions', 'Restarts'];

test('all that can be shown is shown', () => {
  expect(titles(fullShop().dashboard('checkout'))).toEqual([
    'Traffic',
    'Errors',
    'Latency',
    'Saturation',
    'Error budget left',
    'Burn rate',
    'Requests of callers',
    'Errors of callers',
    'Latency of callers, p99',
    'Requests to callees',
    'Errors of callees',
    'Latency of callees, p99',
    'CPU',
    'Memory',
    'Replicas',
    'Versions',
    'Restarts',
    'Backlogs',
  ]);
});

test('without a mesh and without metrics of the application there is what the cluster says', () => {
  const shop = new Shop({ mesh: new NoMesh() });
  shop.serve('cart');
  expect(titles(shop.dashboard('cart'))).toEqual(CLUSTER_PANELS);
});

test('a microservice that nobody calls has no requests in a mesh, and shows what its application says', () => {
  const shop = new Shop({ mesh: new IstioMesh() });
  shop.serve('cart');
  shop.serve('stock', {
    ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })],
    telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
  });
  expect(titles(shop.dashboard('cart'))).toEqual(CLUSTER_PANELS);
  expect(queriesOf(shop.dashboard('stock'), 'Traffic')).toEqual([
    'sum(rate(http_server_request_duration_seconds_count{namespace="shop",job="stock"}[$__rate_interval]))',
  ]);
});

test('of connections a mesh counts no requests', () => {
  const shop = new Shop({ mesh: new IstioMesh() });
  const redis = shop.serve('redis', { ports: [Port.tcp(6379)] });
  shop.serve('cart', { ports: [] }).calls(redis);
  expect(titles(shop.dashboard('redis'))).toEqual(CLUSTER_PANELS);
  expect(titles(shop.dashboard('cart'))).toEqual(CLUSTER_PANELS);
});

test('throttling is shown where a container has a CPU limit, the autoscaler where there is one', () => {
  const shop = fullShop();
  expect(titles(shop.dashboard('cart'))).toEqual(expect.arrayContaining(['CPU throttling', 'Autoscaler']));
  expect(titles(shop.dashboard('web'))).not.toEqual(expect.arrayContaining(['CPU throttling']));
  expect(queriesOf(shop.dashboard('cart'), 'CPU')).toHaveLength(3);
  expect(queriesOf(shop.dashboard('web'), 'CPU')).toHaveLength(2);
});

test('objectives are shown where rules are evaluated', () => {
  const shop = new Shop({ mesh: new NoMesh(), monitoring: new PrometheusAnnotations() });
  shop
    .serve('cart', {
      ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })],
      telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
      objectives: [Objective.availability(99)],
    })
    .acknowledge('MS5002', 'this platform evaluates no rules');
  expect(titles(shop.dashboard('cart'))).not.toContain('Error budget left');
});

test('latency is shown in the unit of its histogram', () => {
  const unitOf = (shop: Shop) =>
    shop.dashboard('checkout').panels.find(({ title }) => title === 'Latency')!.fieldConfig.defaults.unit as unknown;
  expect(unitOf(fullShop())).toBe('ms');
  expect(unitOf(fullShop({ mesh: new NoMesh() }))).toBe('s');
});

test('each objective has its budget and its burn rate over an hour and over six', () => {
  const shop = fullShop();
  const labels = (name: string) => `{namespace="shop",microservice="checkout",objective="${name}"}`;
  const dashboard = shop.dashboard('checkout');
  expect(queriesOf(dashboard, 'Error budget left')).toEqual(
    ['availability', 'latency-250ms'].map((name) => `objective:error_budget_left:ratio${labels(name)}`),
  );
  expect(queriesOf(dashboard, 'Burn rate')[1]).toBe(
    `objective:errors:ratio_rate6h${labels('availability')} / objective:error_budget:ratio${labels('availability')}`,
  );
});

test('callers and callees are told apart by the labels of the mesh', () => {
  const dashboard = fullShop().dashboard('checkout');
  expect(queriesOf(dashboard, 'Requests of callers')).toEqual([
    'sum by (source_canonical_service)(rate(istio_requests_total{reporter="source",' +
      'destination_service="checkout.shop.svc.cluster.local"}[$__rate_interval]))',
  ]);
  expect(queriesOf(dashboard, 'Requests to callees')).toEqual([
    'sum by (destination_service)(rate(istio_requests_total{reporter="source",' +
      'source_canonical_service="checkout",source_workload_namespace="shop"}[$__rate_interval]))',
  ]);
});

test('a backlog is added up as its alert adds it up', () => {
  expect(queriesOf(fullShop().dashboard('checkout'), 'Backlogs')).toEqual([
    'sum(max by (topic, partition) (kafka_consumergroup_lag{consumergroup="orders"}))',
  ]);
});

test('the dashboard leads to that of its stack and to those of its neighbours', () => {
  const shop = fullShop();
  const { links, tags } = shop.dashboard('checkout');
  expect(links.map(({ title, url }) => [title, url])).toEqual([
    ['Stack shop', `/d/${shop.dashboard('shop-stack').uid}`],
    ['Microservices', undefined],
  ]);
  expect(tags).toEqual(expect.arrayContaining([...links[1]!.tags]));
});

test('a panel keeps its number when others come and go', () => {
  const numbers = (props: object) => {
    const shop = new Shop({ mesh: new NoMesh() });
    shop.serve('cart', props);
    return new Map(shop.dashboard('cart').panels.map(({ id, title }) => [title, id]));
  };
  const [few, more] = [
    numbers({}),
    numbers({
      scaling: Scaling.onCpu({ max: 3 }),
      lifecycle: { longestRequest: Duration.seconds(1) },
      ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })],
      telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
    }),
  ];
  expect(more.size).toBeGreaterThan(few.size);
  for (const [title, id] of few) expect(more.get(title)).toBe(id);
  expect(new Set(more.values()).size).toBe(more.size);
});
