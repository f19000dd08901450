import { promqlProblems, queriedLabels, queriedSeries } from './promql';

test.each([
  ['nothing', ' ', ['there is no query']],
  ['a query', 'sum by (job) (rate(http_requests_total{job=~"a|b"}[5m])) / 2', []],
  ['a function that newer versions know', 'histogram_quantile(0.99, sum by (le) (rate(latency_bucket[5m])))', []],
])('%s has these problems', (_, query, expected) => {
  expect(promqlProblems(query)).toEqual(expected);
});

test.each([
  ['a parenthesis that is not closed', 'sum(rate(x[5m])', 'syntax error at 15'],
  ['a matcher without a value', 'x{job=}', 'syntax error at 6'],
  ['a rate of an instant', 'rate(x)', 'got vector'],
  ['an instant function of a range', 'abs(x[5m])', 'got matrix'],
  ['an argument too few', 'clamp_max(x)', 'expected 2 argument(s)'],
  ['a set operator on a number', '1 and up', 'set operator'],
  ['a function that there is not', 'ratio(x)', 'syntax error at 6'],
])('%s is refused', (_, query, message) => {
  expect(promqlProblems(query)).toContainEqual(expect.stringContaining(message));
});

test('a query is judged to its end, however long parsing takes', () => {
  const long = Array.from({ length: 200 }, (_, index) => `sum(rate(x_${index}[5m]))`).join(' + ');
  expect(promqlProblems(long)).toEqual([]);
  expect(promqlProblems(`${long} + rate(x)`)).toEqual([expect.stringContaining('got vector')]);
});

test('the series of a query are those that it selects, with what their labels must be', () => {
  expect(
    queriedSeries('sum(rate(a_total{code=~"5..",path!="/\\"x"}[5m])) / b_total unless on (pod) {__name__="c"}'),
  ).toEqual([
    {
      metric: 'a_total',
      matchers: [
        { label: 'code', operator: '=~', value: '5..' },
        { label: 'path', operator: '!=', value: '/"x' },
      ],
    },
    { metric: 'b_total', matchers: [] },
    { metric: 'c', matchers: [{ label: '__name__', operator: '=', value: 'c' }] },
  ]);
});

test('the labels of a query are those that it groups and joins by', () => {
  expect(queriedLabels('sum by (pod, node) (a) * on (pod) group_left (node) max without (uid) (b)')).toEqual([
    { labels: ['pod', 'node'], metrics: ['a'] },
    { labels: ['pod'], metrics: ['a', 'b'] },
    { labels: ['node'], metrics: ['a', 'b'] },
    { labels: ['uid'], metrics: ['b'] },
  ]);
});
