import { Duration } from 'cdk8s';
import { CanaryStep, MetricSource, Objective, Port, RequestMetrics, Rollout } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { promqlProblems, queriedSeries } from '../../../support/promql';
import { ISTIO_METRICS } from '../../../support/series/istio';
import { ADDRESS, canaried, canaryOf, rolloutsProgram } from './program';

type Stated = Parameters<typeof canaried>;

const metricsOf = (...stated: Stated) =>
  all(canaried(...stated).program.written(), 'AnalysisTemplate').map(({ metadata, spec }) => ({
    template: metadata.name,
    ...spec.metrics[0]!,
  }));
const queries = (...stated: Stated) => metricsOf(...stated).map(({ provider }) => provider.prometheus.query);

test('each objective of all requests is asked for throughout, and the first failure takes the version back', () => {
  expect(canaryOf(canaried().program.written()).analysis.templates).toEqual([
    { templateName: 'cart-availability' },
    { templateName: 'cart-latency-250ms' },
  ]);
  expect(
    metricsOf().map(({ template, name, interval, failureLimit, failureCondition, provider, count }) => [
      template,
      name,
      interval,
      failureLimit,
      failureCondition,
      provider.prometheus.address,
      count,
    ]),
  ).toEqual([
    ['cart-availability', 'availability', '30s', 0, 'result[0] > 0.0144', ADDRESS, undefined],
    ['cart-latency-250ms', 'latency-250ms', '30s', 0, 'result[0] > 0.144', ADDRESS, undefined],
  ]);
});

test('queries parse, and ask for metrics and labels that proxies have', () => {
  for (const query of queries()) {
    expect(promqlProblems(query)).toEqual([]);
    for (const { metric, matchers } of queriedSeries(query))
      expect([
        metric,
        matchers.map(({ label }) => label).filter((label) => label !== 'le' && !ISTIO_METRICS[metric]!.includes(label)),
      ]).toEqual([metric, []]);
  }
});

test('only requests of declared callers to the new version count, as the callers saw them', () => {
  const { program, cart } = canaried();
  program.serve('stranger');
  cart.expose({ host: 'shop.example.com', public: true, tlsSecret: 'shop' });
  const { query } = find(program.written(), 'AnalysisTemplate', 'cart-availability').spec.metrics[0]!.provider
    .prometheus;
  const about = new Set(
    queriedSeries(query).map(({ matchers }) =>
      matchers
        .filter(({ label }) => /^(reporter|source_|destination_)/.test(label))
        .map(({ label, value }) => `${label}=${value}`)
        .join(','),
    ),
  );
  const common = 'reporter=source,destination_service=cart-canary.shop.svc.cluster.local';
  expect([...about].sort()).toEqual([
    `${common},source_workload_namespace=istio-ingress`,
    `${common},source_workload_namespace=shop,source_canonical_service=web`,
  ]);
});

test('a few failures are none, and no requests are no failure', () => {
  expect(queries()[0]).toMatch(/\) >= 5\) \/ \(.* or vector\(0\)$/);
});

test('failures are counted over the longest step by weight', () => {
  const steps = [CanaryStep.weight(10, Duration.minutes(10)), CanaryStep.weight(50, Duration.minutes(2))];
  expect(queries({ steps })[0]).toContain(' offset 600s ');
  expect(queries({ steps: [CanaryStep.weight(50, Duration.minutes(1))] })[0]).toContain(' offset 300s ');
});

test("the interval is the platform's", () => {
  expect(metricsOf({}, {}, rolloutsProgram({ analysisInterval: Duration.minutes(1) }))[0]!.interval).toBe('60s');
});

test('without analysis, there is none', () => {
  const written = canaried({ analysis: false }).program.written();
  expect(all(written, 'AnalysisTemplate')).toEqual([]);
  expect(canaryOf(written).analysis).toBeUndefined();
});

test("an application's own metrics are told apart by the hash of the version, which scrapers take over", () => {
  const program = rolloutsProgram();
  const ports = [Port.http(80), Port.http(9090, { name: 'http-metrics', servesMetrics: true })];
  const cart = program.serve('cart', {
    ports,
    telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
    objectives: [Objective.availability(99.9, { source: MetricSource.APPLICATION })],
    lifecycle: { rollout: Rollout.canary() },
  });
  program.serve('web', { ports }).calls(cart, { port: 80, timeout: Duration.seconds(1), idempotent: true });
  const written = program.written();
  expect(canaryOf(written).analysis).toEqual({
    templates: [{ templateName: 'cart-availability' }],
    args: [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
  });
  const { args, metrics } = find(written, 'AnalysisTemplate', 'cart-availability').spec;
  expect(args).toEqual([{ name: 'canary-hash' }]);
  expect(metrics[0]!.provider.prometheus.query).toContain(
    'job="cart",rollouts_pod_template_hash="{{args.canary-hash}}"',
  );
  expect(['cart', 'web'].map((name) => find(written, 'PodMonitor', name).spec.podTargetLabels)).toEqual([
    ['rollouts-pod-template-hash'],
    undefined,
  ]);
});
