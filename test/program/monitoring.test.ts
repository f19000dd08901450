import { Duration } from 'cdk8s';
import {
  IstioMesh,
  MetricsAccess,
  Monitoring,
  NoMonitoring,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
} from '../../lib';
import { MetricsAccessKind } from '../../lib/values';
import { serve, shopOn } from '../emit/observability/program';

const factsOf = (monitoring: Monitoring) => monitoring._facts;
const access = (monitoring: Monitoring) => factsOf(monitoring).access._kind;

test('what each provider does', () => {
  const done = ({ scrapes, evaluatesRules, onePort }: Monitoring['_facts']) => ({ scrapes, evaluatesRules, onePort });
  expect(done(factsOf(new NoMonitoring()))).toEqual({ scrapes: false, evaluatesRules: false, onePort: false });
  expect(done(factsOf(new PrometheusOperator({ selector: {} })))).toEqual({
    scrapes: true,
    evaluatesRules: true,
    onePort: false,
  });
  expect(done(factsOf(new PrometheusAnnotations()))).toEqual({ scrapes: true, evaluatesRules: false, onePort: true });
  expect(done(factsOf(new PrometheusAnnotations({ ruleSelector: {} })))).toEqual({
    scrapes: true,
    evaluatesRules: true,
    onePort: true,
  });
});

test('how each gets through mutual TLS', () => {
  expect(access(new PrometheusOperator({ selector: {} }))).toBe(MetricsAccessKind.MERGED);
  expect(access(new PrometheusOperator({ selector: {}, access: MetricsAccess.openPort() }))).toBe(
    MetricsAccessKind.OPEN_PORT,
  );
  expect(access(new PrometheusAnnotations())).toBe(MetricsAccessKind.MERGED);
  expect(access(new NoMonitoring())).toBe(MetricsAccessKind.OPEN_PORT);
});

test('how long samples are kept is known where it is stated', () => {
  expect(factsOf(new PrometheusOperator({ selector: {}, retention: Duration.hours(36) })).retentionDays).toBe(1.5);
  expect(factsOf(new PrometheusOperator({ selector: {} }))).not.toHaveProperty('retentionDays');
});

test("a microservice knows of the platform's monitoring, and the mesh what is scraped", () => {
  const { monitoring, scraped, proxied } = serve(
    shopOn({ observability: { monitoring: new PrometheusOperator({ selector: {} }) }, mesh: new IstioMesh() }),
    'web',
    { ports: [Port.http(80)] },
  )._facts;
  expect(monitoring.name).toBe('PrometheusOperator');
  expect(proxied).toBe(true);
  expect(scraped).toEqual([{ port: 15020, path: '/stats/prometheus', mutualTls: false }]);
});

test('without a mesh, the ports that serve metrics are scraped', () => {
  const { scraped, proxied } = serve(
    shopOn({ observability: { monitoring: new PrometheusOperator({ selector: {} }) } }),
    'web',
    {
      ports: [Port.http(80), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    },
  )._facts;
  expect(proxied).toBe(false);
  expect(scraped).toEqual([expect.objectContaining({ port: 9090, path: '/metrics', mutualTls: false })]);
});
