import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Monitoring,
  NetworkPeer,
  Objective,
  Platform,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  ScrapeProtocol,
} from '../../../lib';
import { describeCode, findings, service } from '../cases';

const operator = (retention?: Duration) =>
  new PrometheusOperator({ selector: { release: 'monitoring' }, ...(retention && { retention }) });
const annotations = (retention?: Duration) =>
  new PrometheusAnnotations({ ruleSelector: { rules: 'yes' }, ...(retention && { retention }) });

function monitored(stack: ApplicationStack, monitoring: Monitoring): ApplicationStack {
  const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
  return new ApplicationStack(stack.node.root, 'seen', {
    platform: new Platform({ cluster, mesh: new IstioMesh(), observability: { monitoring } }),
  });
}

const promised =
  (monitoring: Monitoring, days = 30, count = 1) =>
  (stack: ApplicationStack): void => {
    const seen = monitored(stack, monitoring);
    const web = service(seen, 'web');
    for (let at = 0; at < count; at += 1)
      web.calls(
        service(seen, `cart-${at}`, {
          objectives: [Objective.availability(99.9, { window: Duration.days(days) })],
        }),
      );
  };

describeCode('MS5310', [
  {
    name: 'an operator that keeps samples for a day',
    path: 'seen',
    bad: promised(operator()),
    good: promised(operator(Duration.days(30))),
    given: 'keeps samples for 1 day by default; the objective availability of cart-0 looks back 30 days',
    allowed: '30 days or more',
    fix: 'state retention of PrometheusOperator',
  },
  {
    name: 'a Prometheus that keeps samples for 15 days',
    path: 'seen',
    bad: promised(annotations(), 16),
    good: promised(annotations(), 15),
    given: 'keeps samples for 15 days by default',
    fix: 'state retention of PrometheusAnnotations',
  },
]);

test('there is one finding, whatever the number of objectives', () => {
  expect(findings(promised(operator(), 30, 3)).filter(({ code }) => code === 'MS5310')).toHaveLength(1);
});

test('objectives without effect look back at nothing', () => {
  const codes = findings(promised(new PrometheusAnnotations())).map(({ code }) => code);
  expect(codes).toContain('MS5002');
  expect(codes).not.toContain('MS5310');
});

test('a stated retention that is too short is an error, with annotations too', () => {
  expect(findings(promised(annotations(Duration.days(7)))).map(({ code }) => code)).toContain('MS5012');
  expect(findings(promised(annotations(Duration.days(0)))).map(({ code }) => code)).toContain('MS5003');
});

const fallback =
  (monitoring: Monitoring, ...protocols: ScrapeProtocol[]) =>
  (stack: ApplicationStack) =>
    void service(monitored(stack, monitoring), 'cart', {
      ports: protocols.map((fallbackScrapeProtocol, at) =>
        Port.http(8080 + at, { name: `n${at}`, servesMetrics: true, fallbackScrapeProtocol }),
      ),
    });
const { PROMETHEUS_TEXT_0_0_4: TEXT, OPEN_METRICS_TEXT_1_0_0: OPEN } = ScrapeProtocol;

describeCode('MS5311', [
  {
    name: 'annotations, which state none',
    path: 'seen/cart',
    bad: fallback(annotations(), TEXT),
    good: fallback(operator(), TEXT),
    given: 'PrometheusText0.0.4',
    allowed: 'PrometheusOperator',
    fix: 'fallback_scrape_protocol',
  },
]);

test('two ports with different fallbacks are one monitor', () => {
  const messages = findings(fallback(operator(), TEXT, OPEN)).filter(({ code }) => code === 'MS5311');
  expect(messages.map(({ given }) => given)).toEqual([
    'fallbackScrapeProtocol was PrometheusText0.0.4 and OpenMetricsText1.0.0',
  ]);
});
