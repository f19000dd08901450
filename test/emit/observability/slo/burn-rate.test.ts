import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { Objective } from '../../../../lib';
import { burnRateAlerts } from '../../../../lib/program';
import { BURN_RATE_ALERT } from '../../../../lib/emit/observability/slo';
import { promqlProblems, queriedSeries } from '../../../support/promql';
import { COUNTED, ISTIO, OBJECTIVES, PLAIN, Rule, rulesOf, web } from '../monitored';

const alertsOf = (rules: readonly Rule[]) => rules.filter(({ alert }) => alert !== undefined);
const alerts = (objective: Objective, props = {}) =>
  alertsOf(rulesOf(web(ISTIO, { objectives: [objective], ...props })));
const own = '{namespace="shop",microservice="web",objective="availability"}';

test('an objective of availability over 30 days', () => {
  const bad = (time: string) => `30 * sum_over_time(objective:requests_bad:rate5m${own}[${time}]) >= 5`;
  const above = (time: string, share: number) => `objective:errors:ratio_rate${time}${own} > ${share}`;
  expect(alerts(Objective.availability(99.9)).map(({ expr }) => expr)).toEqual([
    `${above('1h', 0.0144)} and ${above('5m', 0.0144)} and ${bad('1h')}`,
    `${above('6h', 0.006)} and ${above('30m', 0.006)} and ${bad('6h')}`,
    `${above('1d', 0.003)} and ${above('2h', 0.003)} and ${bad('1d')}`,
    `${above('3d', 0.001)} and ${above('6h', 0.001)} and ${bad('3d')}`,
  ]);
});

test('its labels say how urgent it is, of whom and over which times', () => {
  expect(alerts(Objective.availability(99.9)).map(({ alert, labels }) => [alert, labels])).toEqual(
    [
      ['critical', '1h', '5m'],
      ['critical', '6h', '30m'],
      ['warning', '1d', '2h'],
      ['warning', '3d', '6h'],
    ].map(([severity, long_window, short_window]) => [
      BURN_RATE_ALERT,
      { severity, long_window, short_window, namespace: 'shop', microservice: 'web', objective: 'availability' },
    ]),
  );
});

test('no two alerts have the same labels', () => {
  const all = alertsOf(rulesOf(web(ISTIO, { objectives: OBJECTIVES })));
  expect(all).toHaveLength(4 * OBJECTIVES.length);
  expect(new Set(all.map(({ labels }) => JSON.stringify(labels))).size).toBe(all.length);
});

test('it says what is wrong, in numbers', () => {
  const [page] = alerts(Objective.availability(99.9));
  expect(page!.annotations!.summary).toBe(
    'web misses its objective availability (99.9% over 30 days): {{ $value | humanizePercentage }} of requests ' +
      'over 1h were bad',
  );
  expect(page!.annotations!.description).toBe(
    'Bad requests may be 0.1%. Above 1.44% the error budget is spent 14.4 times too fast: 2% of it, or more, went ' +
      'within 1h, and it goes on.',
  );
});

test('it is routed as the platform and the microservice say', () => {
  const [page, , ticket] = alertsOf(
    rulesOf(
      web(ISTIO, { objectives: [Objective.availability(99.9)], telemetry: { alerts: { labels: { team: 'shop' } } } }),
      {
        severities: { page: 'page', ticket: 'info' },
        labels: { team: 'platform', region: 'eu' },
        runbookUrl: 'https://runbooks.example.com/',
      },
    ),
  );
  expect([page!.labels.severity, ticket!.labels.severity]).toEqual(['page', 'info']);
  expect(page!.labels).toEqual(expect.objectContaining({ team: 'shop', region: 'eu' }));
  expect(page!.annotations!.runbook_url).toBe('https://runbooks.example.com/ErrorBudgetBurn');
});

test('as few failures as are stated are worth none', () => {
  expect(
    alerts(Objective.availability(99.9, { minimumFailures: 20 })).every(({ expr }) => expr.endsWith('>= 20')),
  ).toBe(true);
});

test('where nothing measures the objective, nothing fires', () => {
  expect(alertsOf(rulesOf(web(PLAIN, { objectives: OBJECTIVES })))).toEqual([]);
});

test.each(COUNTED)('alerts read what is recorded alone: %s', (_, platform, props) => {
  const all = alertsOf(rulesOf(web(platform, { ...props, objectives: OBJECTIVES })));
  expect(
    all.flatMap(({ expr }) => queriedSeries(expr)).filter(({ metric }) => !metric.startsWith('objective:')),
  ).toEqual([]);
});

test('the numbers of the expression are those of the model, whatever the objective', () => {
  const objective = fc.record({
    percent: fc.integer({ min: 9500, max: 9999 }).map((hundredths) => hundredths / 100),
    days: fc.integer({ min: 5, max: 90 }),
    minimumFailures: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(objective, ({ percent, days, minimumFailures }) => {
      const stated = Objective.availability(percent, { window: Duration.days(days), minimumFailures });
      const all = alerts(stated);
      const numbers = all.map(({ expr }) => [...expr.matchAll(/ >=? (\S+)/g)].map(([, number]) => Number(number)));
      expect(numbers).toEqual(burnRateAlerts(stated).map(({ threshold }) => [threshold, threshold, minimumFailures]));
      burnRateAlerts(stated).forEach(({ factor, threshold }) =>
        // Factor, budget and product are rounded to 12 digits each.
        expect(threshold).toBeCloseTo((factor * (10000 - Math.round(percent * 100))) / 10000, 11),
      );
      expect(all.flatMap(({ expr }) => promqlProblems(expr))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
