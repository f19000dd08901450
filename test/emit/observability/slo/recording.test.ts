import { Duration } from 'cdk8s';
import { App, ApplicationStack, IstioMesh, Microservice, Objective, Platform, Port } from '../../../../lib';
import { promqlProblems, queriedSeries } from '../../../support/promql';
import { ISTIO_METRICS, ISTIO_TAG, istioRequest, selects } from '../../../support/series/istio';
import {
  COUNTED,
  COUNTING,
  exprOf,
  ISTIO,
  OBJECTIVES,
  PLACE_ORDER,
  PLAIN,
  rawSeries,
  Rule,
  rulesOf,
  web,
} from '../monitored';

const availability = (platform = ISTIO, props = {}) =>
  rulesOf(web(platform, { objectives: [Objective.availability(99.9)], ...props }));
const latency = (millis: number, platform = ISTIO, props = {}) =>
  rulesOf(web(platform, { objectives: [Objective.latency(99, Duration.millis(millis))], ...props }));

const records = (rules: readonly Rule[]) => rules.flatMap(({ record }) => record ?? []);

describe.each(COUNTED)('with %s', (_, platform, props) => {
  const rules = rulesOf(web(platform, { ...props, objectives: OBJECTIVES }));

  test('every expression is one of PromQL', () => {
    expect(rules.length).toBeGreaterThan(OBJECTIVES.length * 10);
    expect(rules.flatMap(({ expr }) => promqlProblems(expr).map((problem) => `${expr}: ${problem}`))).toEqual([]);
  });

  test('what is recorded is written before it is read, each once, and nothing else is read', () => {
    const written = new Set<string>();
    for (const { record, expr, labels } of rules) {
      for (const { metric, matchers } of queriedSeries(expr).filter((series) =>
        series.metric.startsWith('objective:'),
      )) {
        expect(written).toContain(
          JSON.stringify([
            metric,
            Object.fromEntries(matchers.map(({ label, operator, value }) => [label, `${operator}${value}`])),
          ]),
        );
      }
      if (record === undefined) continue;
      const key = JSON.stringify([
        record,
        Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, `=${value}`])),
      ]);
      expect(written).not.toContain(key);
      written.add(key);
    }
  });

  test('labels say which objective of which microservice it is, and nothing else', () => {
    const recording = rules.filter(({ record }) => record !== undefined);
    expect(new Set(recording.map(({ labels }) => JSON.stringify(labels)))).toEqual(
      new Set(
        OBJECTIVES.map(({ name }) => JSON.stringify({ namespace: 'shop', microservice: 'web', objective: name })),
      ),
    );
  });

  test('an expression has no label but those: Prometheus would refuse two of one name', () => {
    // Aggregations without labels leave none; what is recorded is read with exactly its labels.
    for (const { expr } of rules.filter(({ record }) => record !== undefined))
      expect(expr).not.toMatch(/\b(by|without|on|ignoring|group_left|group_right)\b/);
  });

  test('objectives of routes read series of the route, others do not', () => {
    const raw = (objective: string) =>
      rawSeries(rules.filter(({ labels }) => labels.objective === objective)).map(({ matchers }) =>
        matchers.map(({ label }) => label),
      );
    const tellsRoutes = (labels: readonly string[]) =>
      labels.some((label) => [ISTIO_TAG, 'http_route', 'grpc_service', 'path'].includes(label));
    expect(raw('availability-place-order').length).toBeGreaterThan(0);
    expect(raw('availability-place-order').every(tellsRoutes)).toBe(true);
    expect(raw('latency-500ms-place-order').every(tellsRoutes)).toBe(true);
    expect([...raw('availability'), ...raw('latency-250ms')].some(tellsRoutes)).toBe(false);
  });
});

describe('of availability', () => {
  test('in this order', () => {
    expect(records(availability())).toEqual([
      'objective:requests:rate5m',
      'objective:requests_bad:rate5m',
      'objective:requests_good:rate5m',
      'objective:errors:ratio_rate5m',
      'objective:errors:ratio_rate1h',
      'objective:errors:ratio_rate6h',
      'objective:errors:ratio_rate30m',
      'objective:errors:ratio_rate1d',
      'objective:errors:ratio_rate2h',
      'objective:errors:ratio_rate3d',
      'objective:requests:increase1h',
      'objective:requests_bad:increase1h',
      'objective:error_budget:ratio',
      'objective:error_budget_left:ratio',
    ]);
  });

  const own = '{namespace="shop",microservice="web",objective="availability"}';
  test.each([
    [
      'objective:requests:rate5m',
      'sum(rate(istio_requests_total{reporter="source",destination_service="web.shop.svc.cluster.local"}[5m]))',
    ],
    [
      'objective:requests_bad:rate5m',
      '(sum(rate(istio_requests_total{reporter="source",destination_service="web.shop.svc.cluster.local",' +
        'response_code=~"5.."}[5m])) or vector(0)) + ' +
        '(sum(rate(istio_requests_total{reporter="source",destination_service="web.shop.svc.cluster.local",' +
        'response_code!~"5..",grpc_response_status=~"2|4|12|13|14|15"}[5m])) or vector(0))',
    ],
    ['objective:requests_good:rate5m', `objective:requests:rate5m${own} - objective:requests_bad:rate5m${own}`],
    ['objective:errors:ratio_rate5m', `objective:requests_bad:rate5m${own} / (objective:requests:rate5m${own} > 0)`],
    [
      'objective:errors:ratio_rate3d',
      `sum_over_time(objective:requests_bad:rate5m${own}[3d]) / ` +
        `(sum_over_time(objective:requests:rate5m${own}[3d]) > 0)`,
    ],
    ['objective:requests_bad:increase1h', `30 * sum_over_time(objective:requests_bad:rate5m${own}[1h])`],
    ['objective:error_budget:ratio', 'vector(0.001)'],
    [
      'objective:error_budget_left:ratio',
      `1 - sum_over_time(objective:requests_bad:increase1h${own}[30d:1h]) / ` +
        `(sum_over_time(objective:requests:increase1h${own}[30d:1h]) > 0) / objective:error_budget:ratio${own}`,
    ],
  ])('%s', (record, expr) => {
    expect(exprOf(availability(), record)).toBe(expr);
  });

  test.each([
    [Duration.days(28), '28d:1h'],
    [Duration.hours(180), '180h:1h'],
  ])('over another window', (window, range) => {
    expect(
      exprOf(
        rulesOf(web(ISTIO, { objectives: [Objective.availability(99.9, { window })] })),
        'objective:error_budget_left:ratio',
      ),
    ).toContain(`[${range}]`);
  });
});

describe('of latency, what is good is counted: a bucket', () => {
  const goodOf = (rules: readonly Rule[], objective: string) =>
    queriedSeries(exprOf(rules, 'objective:requests_good:rate5m', objective))[0]!;
  const le = (rules: readonly Rule[], objective: string) =>
    goodOf(rules, objective).matchers.find(({ label }) => label === 'le');

  test('in milliseconds of the proxies, whole ones as either version of Prometheus writes them', () => {
    expect(goodOf(latency(250), 'latency-250ms').metric).toBe('istio_request_duration_milliseconds_bucket');
    expect(le(latency(250), 'latency-250ms')).toEqual({ label: 'le', operator: '=~', value: '250(\\.0)?' });
    expect(le(latency(0.5), 'latency-0.5ms')).toEqual({ label: 'le', operator: '=', value: '0.5' });
  });

  test('in seconds of applications', () => {
    expect(le(latency(250, PLAIN, COUNTING), 'latency-250ms')).toEqual({ label: 'le', operator: '=', value: '0.25' });
    expect(le(latency(5000, PLAIN, COUNTING), 'latency-5000ms')).toEqual({
      label: 'le',
      operator: '=~',
      value: '5(\\.0)?',
    });
  });

  test('without the noise of floating point', () => {
    expect(
      le(
        latency(1001, { ...ISTIO, mesh: new IstioMesh({ durationBounds: [Duration.millis(1001)] }) }),
        'latency-1001ms',
      )!.value,
    ).toBe('1001(\\.0)?');
  });

  test('and all others are bad, never less than none', () => {
    const own = '{namespace="shop",microservice="web",objective="latency-250ms"}';
    expect(exprOf(latency(250), 'objective:requests_bad:rate5m', 'latency-250ms')).toBe(
      `clamp_min(objective:requests:rate5m${own} - objective:requests_good:rate5m${own}, 0)`,
    );
    expect(exprOf(latency(250), 'objective:requests:rate5m', 'latency-250ms')).toContain(
      'istio_request_duration_milliseconds_count{',
    );
  });
});

test('nothing where nothing measures it', () => {
  expect(availability(PLAIN)).toEqual([]);
  expect(rulesOf(web(ISTIO))).toEqual([]);
});

describe('series of Istio', () => {
  const rules = rulesOf(web(ISTIO, { objectives: OBJECTIVES }));

  test('are ones that its proxies report, by labels that they have', () => {
    for (const { metric, matchers } of rawSeries(rules)) {
      expect(Object.keys(ISTIO_METRICS)).toContain(metric);
      expect(
        matchers
          .map(({ label }) => label)
          .filter((label) => label !== ISTIO_TAG && !ISTIO_METRICS[metric]!.includes(label)),
      ).toEqual([]);
    }
  });

  test.each([
    ['an answer', {}, true, false],
    ['the fault of the client', { response_code: '404' }, true, false],
    ['a failure', { response_code: '503' }, true, true],
    ['one that never arrived', { response_code: '503', response_flags: 'UF' }, true, true],
    ['an answer of gRPC', { grpc_response_status: '0' }, true, false],
    ['a failure of gRPC', { grpc_response_status: '14' }, true, true],
    ["the fault of gRPC's client", { grpc_response_status: '5' }, true, false],
    ['a failure of both, which counts once', { response_code: '503', grpc_response_status: '14' }, true, true],
    ['what the microservice itself reports of it', { reporter: 'destination' }, false, false],
  ])('%s', (_, labels, counts, isBad) => {
    const times = (record: string) =>
      queriedSeries(exprOf(rules, record)).filter((series) =>
        selects(series, istioRequest('bank/pay', 'shop/web', labels)),
      ).length;
    expect([times('objective:requests:rate5m'), times('objective:requests_bad:rate5m')]).toEqual([
      counts ? 1 : 0,
      isBad ? 1 : 0,
    ]);
  });

  test.each([
    ['another microservice', 'shop/web-2'],
    ['one of the same name elsewhere', 'bank/web'],
    ['a callee of it', 'shop/cart'],
  ])('of %s count for nothing', (_, to) => {
    const requests: Record<string, string>[] = [
      {},
      { response_code: '500' },
      { reporter: 'destination', [ISTIO_TAG]: PLACE_ORDER.route.name },
    ];
    for (const labels of requests) {
      expect(
        rawSeries(rules).filter(
          (series) => series.metric === 'istio_requests_total' && selects(series, istioRequest('shop/web', to, labels)),
        ),
      ).toEqual([]);
    }
  });
});

describe.each(COUNTED)('two microservices of one name, counted by %s', (_, platform, props) => {
  const app = new App({ outdir: 'nowhere' });
  const rules = ['shop', 'bank'].map((namespace) => {
    const microservice = new Microservice(
      new ApplicationStack(app, namespace, { platform: new Platform(platform) }),
      'web',
      { image: 'acme/web:1', ports: [Port.http(80)], ...props, objectives: OBJECTIVES },
    );
    microservice.calls(microservice, { port: 80 });
    return rulesOf(microservice);
  });

  test('record different series', () => {
    const written = rules.map(
      (each) =>
        new Set(each.flatMap(({ record, labels }) => (record === undefined ? [] : [JSON.stringify([record, labels])]))),
    );
    expect(written[0]!.size).toBeGreaterThan(0);
    expect([...written[0]!].filter((key) => written[1]!.has(key))).toEqual([]);
  });

  test('read none in common', () => {
    const exact = (each: readonly Rule[]) =>
      each
        .flatMap(({ expr }) => queriedSeries(expr))
        .map(
          ({ matchers }) =>
            matchers.find(({ operator, value }) => operator === '=' && /\bshop\b|\bbank\b/.test(value))?.value,
        );
    expect(new Set(exact(rules[0]!).map((value) => value?.includes('shop')))).toEqual(new Set([true]));
    expect(new Set(exact(rules[1]!).map((value) => value?.includes('bank')))).toEqual(new Set([true]));
  });
});
