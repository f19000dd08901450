import { App, Duration } from 'cdk8s';
import {
  ArgoRollouts,
  CanaryStep,
  KubernetesDelivery,
  MetricsAccess,
  MicroserviceProps,
  PlatformProps,
  Port,
  PrometheusOperator,
  Rollout,
} from '../../../../lib';
import { ISTIO, METRICS, PLAIN, SELECTOR } from '../monitored';
import { serve, shopOn } from '../program';
import { all, find, ManifestObject, only, synthesize } from '../../../support/manifests';
import { Neighbour, targetsOf } from '../../../support/scraping';

/** The sidecar of Istio, and one of somebody else that serves on a port of the same name. */
const PROXY: Neighbour = { name: 'istio-proxy', ports: [{ name: 'http-envoy-prom', containerPort: 15090 }] };
const STRANGER: Neighbour = { name: 'agent', ports: [{ name: 'admin', containerPort: 7000 }] };

const HTTP = Port.http(80, { targetPort: 8080 });
const access = (way: MetricsAccess): PlatformProps => ({
  ...ISTIO,
  observability: { monitoring: new PrometheusOperator({ selector: SELECTOR, access: way }) },
});
const certificate = access(MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' }));

/** What a program of `web` and of `cart`, which serves metrics elsewhere, writes. */
function written(platform: PlatformProps, props: Partial<MicroserviceProps> = {}): ManifestObject[] {
  const shop = shopOn(platform);
  const [web, cart] = [
    serve(shop, 'web', { ports: [HTTP, METRICS], ...props }),
    serve(shop, 'cart', { ports: [Port.http(70)] }),
  ];
  if ((props.ports ?? [HTTP]).length > 0) cart.calls(web, { port: (props.ports ?? [HTTP])[0]!.number });
  return synthesize(shop.node.root as App);
}

const urls = (manifests: readonly ManifestObject[], podIp: string, job = 'web') =>
  targetsOf(manifests, podIp, [PROXY, STRANGER])
    .filter(({ labels }) => labels.job === job)
    .map(({ url }) => url)
    .sort();
const both = (manifests: readonly ManifestObject[], job = 'web') => [
  ...urls(manifests, '10.1.2.3', job),
  ...urls(manifests, 'fd00::3', job),
];

test('a microservice in two versions is found once, by the Service that covers both', () => {
  for (const delivery of [new KubernetesDelivery(), new ArgoRollouts()]) {
    const manifests = written(
      { ...certificate, delivery },
      {
        lifecycle: {
          rollout: Rollout.canary({ steps: [CanaryStep.weight(50, Duration.minutes(5))], analysis: false }),
        },
      },
    );
    const { selector } = find(manifests, 'ServiceMonitor', 'web').spec;
    const selected = manifests.filter(
      ({ kind, metadata }) =>
        kind === 'Service' &&
        Object.entries(selector.matchLabels).every(([key, value]) => metadata.labels?.[key] === value),
    );
    expect(selected.map(({ metadata }) => metadata.name)).toEqual(['web']);
  }
});

describe('one target for each pod and endpoint, at the right address', () => {
  test.each<[string, PlatformProps, Partial<MicroserviceProps>, string[]]>([
    ['without a mesh', PLAIN, {}, ['http://10.1.2.3:9091/prom', 'http://[fd00::3]:9091/prom']],
    [
      'without a mesh, by several ports',
      PLAIN,
      { ports: [HTTP, METRICS, Port.http(9092, { name: 'more', servesMetrics: true })] },
      [
        'http://10.1.2.3:9091/prom',
        'http://10.1.2.3:9092/metrics',
        'http://[fd00::3]:9091/prom',
        'http://[fd00::3]:9092/metrics',
      ],
    ],
    [
      'without a mesh, two ports of the Service leading to one',
      PLAIN,
      { ports: [Port.http(80, { targetPort: 9091 }), METRICS] },
      ['http://10.1.2.3:9091/prom', 'http://[fd00::3]:9091/prom'],
    ],
    ['without a mesh and metrics', PLAIN, { ports: [HTTP] }, []],
    [
      'merged by the proxy',
      ISTIO,
      {},
      ['http://10.1.2.3:15020/stats/prometheus', 'http://[fd00::3]:15020/stats/prometheus'],
    ],
    [
      'the proxy alone',
      ISTIO,
      { ports: [HTTP] },
      ['http://10.1.2.3:15020/stats/prometheus', 'http://[fd00::3]:15020/stats/prometheus'],
    ],
    [
      'the proxy of a worker',
      ISTIO,
      { ports: [] },
      ['http://10.1.2.3:15020/stats/prometheus', 'http://[fd00::3]:15020/stats/prometheus'],
    ],
    [
      'on an open port',
      access(MetricsAccess.openPort()),
      {},
      [
        'http://10.1.2.3:15020/stats/prometheus',
        'http://10.1.2.3:9091/prom',
        'http://[fd00::3]:15020/stats/prometheus',
        'http://[fd00::3]:9091/prom',
      ],
    ],
    [
      'with a certificate',
      certificate,
      {},
      [
        'http://10.1.2.3:15020/stats/prometheus',
        'https://10.1.2.3:9091/prom',
        'http://[fd00::3]:15020/stats/prometheus',
        'https://[fd00::3]:9091/prom',
      ],
    ],
    [
      'with a certificate, two ports of the Service leading to one',
      certificate,
      { ports: [Port.http(80, { targetPort: 9091 }), METRICS] },
      [
        'http://10.1.2.3:15020/stats/prometheus',
        'https://10.1.2.3:9091/prom',
        'http://[fd00::3]:15020/stats/prometheus',
        'https://[fd00::3]:9091/prom',
      ],
    ],
  ])('%s', (_, platform, props, expected) => {
    expect(both(written(platform, props))).toEqual(expected);
  });

  test('with a container beside it', () => {
    const props = { pod: { containers: [{ name: 'helper', image: 'acme/helper:1' }] } };
    expect(both(written(ISTIO, props))).toHaveLength(2);
    expect(both(written(PLAIN, props))).toHaveLength(2);
  });
});

test('each microservice has targets of its own', () => {
  expect(urls(written(ISTIO), '10.1.2.3', 'cart')).toEqual(['http://10.1.2.3:15020/stats/prometheus']);
  expect(urls(written(PLAIN), '10.1.2.3', 'cart')).toEqual([]);
});

test.each([
  ['pods', PLAIN],
  ['the proxy', ISTIO],
  ['Services', certificate],
])('targets found by %s have the labels that rules select by', (_, platform) => {
  for (const { labels } of targetsOf(written(platform), '10.1.2.3'))
    expect([labels.namespace, ['web', 'cart'].includes(labels.job!)]).toEqual(['shop', true]);
});

test('what a monitor says of scrapes', () => {
  const monitor = only(written(PLAIN), 'PodMonitor');
  expect(monitor.metadata.labels).toEqual(expect.objectContaining(SELECTOR));
  expect(monitor.spec).toEqual({
    jobLabel: 'app.kubernetes.io/name',
    sampleLimit: 20_000,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' } },
    podMetricsEndpoints: [{ port: METRICS.name, path: '/prom', interval: '30s' }],
  });
});

test('a certificate is read from files of the scraper, which a ServiceMonitor alone can name', () => {
  const manifests = written(
    access(
      MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus', folder: '/certs' }),
    ),
  );
  const monitor = only(manifests, 'ServiceMonitor');
  expect(monitor.metadata).toEqual(expect.objectContaining({ name: 'web', labels: expect.objectContaining(SELECTOR) }));
  expect(monitor.spec.endpoints).toEqual([
    {
      port: METRICS.name,
      path: '/prom',
      interval: '30s',
      scheme: 'https',
      tlsConfig: {
        caFile: '/certs/root-cert.pem',
        certFile: '/certs/cert-chain.pem',
        keyFile: '/certs/key.pem',
        insecureSkipVerify: true,
      },
    },
  ]);
  expect(only(written(certificate), 'ServiceMonitor').spec.endpoints[0]!.tlsConfig.caFile).toBe(
    '/etc/prom-certs/root-cert.pem',
  );
  // The Service has a port of that name.
  expect(find(manifests, 'Service', 'web').spec.ports.map(({ name }) => name)).toContain(METRICS.name);
});

test.each([
  ['without a mesh', PLAIN],
  ['on an open port', access(MetricsAccess.openPort())],
])('the container has a port of the name that a monitor asks for, %s', (_, platform) => {
  const manifests = written(platform, {
    ports: [HTTP, METRICS, Port.http(9092, { name: 'more', servesMetrics: true })],
  });
  const names = find(manifests, 'Deployment', 'web').spec.template.spec.containers[0]!.ports.map(({ name }) => name);
  const asked = find(manifests, 'PodMonitor', 'web').spec.podMetricsEndpoints.flatMap(
    ({ port }: { port?: string }) => port ?? [],
  );
  expect(asked).toHaveLength(2);
  expect(asked.filter((port) => !names.includes(port))).toEqual([]);
});

test('there are no monitors where there is nothing to ask', () => {
  const manifests = written(PLAIN, { ports: [HTTP] });
  expect([...all(manifests, 'PodMonitor'), ...all(manifests, 'ServiceMonitor')]).toEqual([]);
  expect(all(written(PLAIN), 'ServiceMonitor')).toEqual([]);
  expect(all(written(certificate, { ports: [] }), 'ServiceMonitor')).toEqual([]);
});
