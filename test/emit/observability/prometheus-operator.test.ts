import { App, Duration } from 'cdk8s';
import {
  ClusterFacts,
  MetricsAccess,
  Objective,
  PlatformProps,
  Port,
  PrometheusOperator,
  PrometheusOperatorProps,
} from '../../../lib';
import { all, find, only, synthesize } from '../../support/manifests';
import { connects, networkOf } from '../../support/network';
import { ISTIO, METRICS, OBJECTIVES, PLAIN, SELECTOR } from './monitored';
import { serve, shopOn, writtenOf } from './program';

const operator = (props: Partial<PrometheusOperatorProps> = {}, platform: PlatformProps = PLAIN): PlatformProps => ({
  ...platform,
  observability: { monitoring: new PrometheusOperator({ selector: SELECTOR, ...props }) },
});
const serving = { ports: [Port.http(80, { targetPort: 8080 }), METRICS] };

/** What a program of `web`, which `cart` calls, writes. */
function called(platform: PlatformProps, props = {}) {
  const shop = shopOn(platform);
  serve(shop, 'cart').calls(serve(shop, 'web', props), { port: 80 });
  return synthesize(shop.node.root as App);
}

test('its objects carry the labels by which Prometheus selects them, beside those that every object has', () => {
  const manifests = called(
    operator(
      {
        selector: { release: 'a', team: 'b' },
        access: MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' }),
      },
      ISTIO,
    ),
    { ...serving, objectives: OBJECTIVES },
  );
  const objects = [
    ...all(manifests, 'PodMonitor'),
    ...all(manifests, 'ServiceMonitor'),
    ...all(manifests, 'PrometheusRule'),
  ];
  expect(objects.map(({ metadata: { name } }) => name).sort()).toEqual(['cart', 'cart', 'web', 'web', 'web']);
  for (const { metadata } of objects)
    expect(metadata.labels).toEqual(
      expect.objectContaining({ release: 'a', team: 'b', 'app.kubernetes.io/name': metadata.name }),
    );
});

test('scrapes are as frequent and as large as is stated', () => {
  const { spec } = only(
    writtenOf(operator({ scrapeInterval: Duration.minutes(1), sampleLimit: 500 }), serving),
    'PodMonitor',
  );
  expect([spec.podMetricsEndpoints[0]!.interval, spec.sampleLimit]).toEqual(['60s', 500]);
});

test('its rules are evaluated as often as what they add up takes', () => {
  const groups = find(called(ISTIO, { objectives: OBJECTIVES }), 'PrometheusRule', 'web').spec.groups;
  expect(groups.map(({ name, interval }: { name: string; interval?: string }) => [name, interval])).toEqual([
    ['shop/web/objectives', '30s'],
    ['shop/web/alerts', undefined],
  ]);
});

test('a microservice without objectives has standard alerts alone', () => {
  expect(only(writtenOf(PLAIN), 'PrometheusRule').spec.groups.map(({ name }) => name)).toEqual(['shop/web/alerts']);
});

test('alerts are routed as the platform says', () => {
  const platform = operator(
    {
      alerting: {
        pageSeverity: 'page',
        ticketSeverity: 'ticket',
        labels: { team: 'shop' },
        runbookUrl: 'https://runbooks.example.com/',
      },
    },
    ISTIO,
  );
  const alerts = find(called(platform, { objectives: [Objective.availability(99.9)] }), 'PrometheusRule', 'web')
    .spec.groups.flatMap(({ rules }) => rules)
    .filter(({ alert }: { alert?: string }) => alert !== undefined);
  expect(new Set(alerts.map(({ labels }) => labels.severity))).toEqual(new Set(['page', 'ticket']));
  expect(new Set(alerts.map(({ labels }) => labels.team))).toEqual(new Set(['shop']));
  expect(
    alerts.filter(({ alert, annotations }) => annotations.runbook_url !== `https://runbooks.example.com/${alert}`),
  ).toEqual([]);
});

test('pods are left as they are without a mesh', () => {
  const annotations = (platform: PlatformProps) =>
    find(writtenOf(platform, serving), 'Deployment', 'web').spec.template;
  expect(annotations(PLAIN)).toEqual(annotations({ cluster: PLAIN.cluster! }));
});

describe('network policies let scrapers in', () => {
  const scraper = { address: '10.9.0.1', pod: { namespace: 'monitoring', labels: { app: 'prometheus' } } };
  const ports = [8080, 9091, 15020, 15090];
  const open = (platform: PlatformProps, props = serving) => {
    const network = networkOf(called(platform, props));
    return ports.filter((port) => connects(network, scraper, network.pods.get('shop/web')!, port));
  };

  test.each<[string, PlatformProps, number[]]>([
    ['at the port of metrics', PLAIN, [9091]],
    ['at the port of the proxy alone, which hands out both', ISTIO, [15020]],
    ['at both, where the port is open', operator({ access: MetricsAccess.openPort() }, ISTIO), [9091, 15020]],
    [
      'at both, where they show a certificate',
      operator(
        { access: MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' }) },
        ISTIO,
      ),
      [9091, 15020],
    ],
    ['nowhere, where nobody scrapes', { cluster: new ClusterFacts() }, []],
  ])('%s', (_, platform, expected) => {
    expect(open(platform)).toEqual(expected);
  });

  test('and nobody else', () => {
    const network = networkOf(called(ISTIO, serving));
    const other = { address: '10.9.0.2', pod: { namespace: 'monitoring', labels: { app: 'grafana' } } };
    expect(ports.filter((port) => connects(network, other, network.pods.get('shop/web')!, port))).toEqual([]);
  });
});
