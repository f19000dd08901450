import { NoMesh, RequestMetrics } from '../../../../lib';
import { Catalogue, CLUSTER, ISTIO, recordedIn, unknownIn } from '../../../support/series/catalogue';
import { promqlProblems } from '../../../support/promql';
import { asked, dashboardsIn, fullShop, PanelModel, Shop } from './program';

/** What the application of the full shop and the exporter of its backlog emit. */
const APPLICATION: Catalogue = {
  http_server_request_duration_seconds_count: [
    'namespace',
    'job',
    'http_response_status_code',
    'http_request_method',
    'http_route',
  ],
  http_server_request_duration_seconds_bucket: [
    'namespace',
    'job',
    'http_response_status_code',
    'http_request_method',
    'http_route',
    'le',
  ],
};
const EXPORTER: Catalogue = { kafka_consumergroup_lag: ['consumergroup', 'topic', 'partition'] };

function panelsOf(shop: Shop): readonly (readonly [string, PanelModel])[] {
  return [...dashboardsIn(shop.written())].flatMap(([name, { panels }]) =>
    panels.filter(({ type }) => type !== 'row').map((panel) => [`${name}: ${panel.title}`, panel] as const),
  );
}

describe.each<[string, () => Shop, Catalogue]>([
  ['on Istio', () => fullShop(), { ...CLUSTER, ...ISTIO, ...EXPORTER }],
  ['without a mesh', () => fullShop({ mesh: new NoMesh() }), { ...CLUSTER, ...APPLICATION, ...EXPORTER }],
])('%s', (_, make, emitted) => {
  const shop = make();
  const catalogue = { ...emitted, ...recordedIn(shop.written()) };
  const panels = panelsOf(shop);

  test.each(panels)('%s: its queries parse and ask for nothing in vain', (_title, panel) => {
    expect(panel.targets!.length).toBeGreaterThan(0);
    for (const { expr } of panel.targets!) {
      expect(promqlProblems(asked(expr))).toEqual([]);
      expect(unknownIn(asked(expr), catalogue)).toEqual([]);
    }
  });

  test.each(panels)(
    '%s says what it shows, in a unit, of the data source that is chosen',
    (_title, { title, description, fieldConfig, datasource, targets }) => {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(description).not.toContain('\n');
      expect(title).not.toBe('');
      expect(fieldConfig.defaults.unit).toMatch(/^(none|short|s|ms|bytes|reqps|percentunit)$/);
      for (const each of [datasource, ...targets!.map((target) => target.datasource)])
        expect(each).toEqual({ type: 'prometheus', uid: '${datasource}' });
    },
  );
});

test('no legend names a label that its query does not yield', () => {
  const labelled = panelsOf(fullShop()).flatMap(([title, { targets }]) =>
    targets!.flatMap(({ expr, legendFormat = '' }) =>
      [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => [title, expr, label!] as const),
    ),
  );
  expect(labelled.length).toBeGreaterThan(10);
  for (const [title, expr, label] of labelled) {
    const grouped = new RegExp(`by \\([^)]*\\b${label}\\b`).test(expr);
    const recorded = expr.includes('objective:') && ['microservice', 'objective'].includes(label);
    expect([title, label, grouped || recorded]).toEqual([title, label, true]);
  }
});

test('a planted metric and a planted label are found', () => {
  const catalogue = { ...CLUSTER, ...ISTIO };
  expect(unknownIn('sum by (caller) (rate(istio_request_total[5m]))', catalogue)).toEqual(['istio_request_total']);
  expect(unknownIn('sum by (caller) (rate(istio_requests_total[5m]))', catalogue)).toEqual([
    'istio_requests_total by caller',
  ]);
});

test('metrics of the application that no port serves are asked for by nobody', () => {
  const shop = new Shop({ mesh: new NoMesh() });
  shop.serve('cart', { telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() } });
  expect(JSON.stringify([...dashboardsIn(shop.written())])).not.toContain('http_server');
});
