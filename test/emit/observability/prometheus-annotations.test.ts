import { App } from 'cdk8s';
import { parse } from 'yaml';
import {
  IstioMesh,
  PlatformProps,
  Port,
  PrometheusAnnotations,
  PrometheusAnnotationsProps,
  PrometheusOperator,
} from '../../../lib';
import { all, find, ManifestObject, synthesize } from '../../support/manifests';
import { queriedSeries } from '../../support/promql';
import { COUNTING, ISTIO, METRICS, OBJECTIVES, PLAIN, SELECTOR } from './monitored';
import { serve, shopOn, templateOf, writtenOf } from './program';

const annotations = (props: PrometheusAnnotationsProps = {}, platform: PlatformProps = PLAIN): PlatformProps => ({
  ...platform,
  observability: { monitoring: new PrometheusAnnotations(props) },
});
const scraped = (manifests: readonly ManifestObject[]) =>
  Object.fromEntries(
    Object.entries(templateOf(manifests).metadata.annotations ?? {}).filter(([key]) =>
      key.startsWith('prometheus.io/'),
    ),
  );
const serving = { ports: [Port.http(80, { targetPort: 8080 }), METRICS] };
const expected = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9091', 'prometheus.io/path': '/prom' };

describe('pods say where their metrics are', () => {
  test.each([
    ['without a mesh', PLAIN],
    ['in a mesh, whose proxy hands them out', ISTIO],
  ])('%s, by the port of the container', (_, platform) => {
    expect(scraped(writtenOf(annotations({}, platform), serving))).toEqual(expected);
  });

  test('not where there are none', () => {
    expect(scraped(writtenOf(annotations()))).toEqual({});
    expect(scraped(writtenOf(annotations({}, ISTIO)))).toEqual({});
  });

  test('and there is no monitor', () => {
    const kinds = writtenOf(annotations({ ruleSelector: { a: 'b' } }), serving).map(({ kind }) => kind);
    expect(kinds.filter((kind) => /Monitor|PrometheusRule/.test(kind))).toEqual([]);
  });
});

describe('a file of rules', () => {
  /** What a program of `web`, which `cart` calls, writes. */
  function called(platform: PlatformProps, props = {}): ManifestObject[] {
    const shop = shopOn(platform);
    serve(shop, 'cart').calls(serve(shop, 'web', { objectives: OBJECTIVES, ...props }), { port: 80 });
    return synthesize(shop.node.root as App);
  }

  const fileOf = (manifests: readonly ManifestObject[]) => find(manifests, 'ConfigMap', 'web-rules');

  test('holds the groups that an operator would get', () => {
    const { data } = fileOf(called(annotations({ ruleSelector: SELECTOR }, ISTIO)));
    expect(Object.keys(data)).toEqual(['shop-web.rules.yaml']);
    const { groups } = parse(data['shop-web.rules.yaml']!) as { groups: unknown };
    expect(groups).toEqual(
      find(
        called({ ...ISTIO, observability: { monitoring: new PrometheusOperator({ selector: SELECTOR }) } }),
        'PrometheusRule',
        'web',
      ).spec.groups,
    );
  });

  test('is selected by the labels that are stated', () => {
    expect(fileOf(called(annotations({ ruleSelector: { prometheus: 'rules' } }), COUNTING)).metadata.labels).toEqual(
      expect.objectContaining({ prometheus: 'rules', 'app.kubernetes.io/name': 'web' }),
    );
  });

  test("reads an application's series by the labels of targets that are stated", () => {
    const { data } = fileOf(
      called(
        annotations({ ruleSelector: SELECTOR, namespaceLabel: 'kubernetes_namespace', nameLabel: 'app' }),
        COUNTING,
      ),
    );
    const { groups } = parse(data['shop-web.rules.yaml']!) as { groups: { rules: { expr: string }[] }[] };
    const raw = groups[0]!.rules
      .flatMap(({ expr }) => queriedSeries(expr))
      .filter(({ metric }) => metric.startsWith('http_'));
    expect(raw.length).toBeGreaterThan(0);
    for (const { matchers } of raw)
      expect(matchers).toEqual(
        expect.arrayContaining([
          { label: 'kubernetes_namespace', operator: '=', value: 'shop' },
          { label: 'app', operator: '=', value: 'web' },
        ]),
      );
  });

  test('is none where nothing loads it', () => {
    expect(all(writtenOf(annotations({}, { ...PLAIN, mesh: new IstioMesh() }), serving), 'ConfigMap')).toEqual([]);
  });
});
