import * as fc from 'fast-check';
import { bound, selector, series, sumOfRates } from '../../../lib/program';
import { promqlString } from '../../../lib/values';
import { promqlProblems, queriedSeries } from '../../support/promql';

test('series are selected by their labels, in their order', () => {
  expect(selector({ metric: 'up', matchers: [] })).toBe('up');
  expect(
    selector({
      metric: 'up',
      matchers: [
        { label: 'b', operator: '=~', value: 'x|y' },
        { label: 'a', operator: '!=', value: '' },
      ],
    }),
  ).toBe('up{b=~"x|y",a!=""}');
  expect(selector(series('up', { job: 'web' }))).toBe('up{job="web"}');
});

test('rates are added, by labels or without any', () => {
  expect(sumOfRates([series('a', {})], '5m')).toBe('sum(rate(a[5m]))');
  expect(sumOfRates([series('a', {}), series('b', { c: 'd' })], '1h', ['x', 'y'])).toBe(
    'sum by (x, y)(rate(a[1h])) + sum by (x, y)(rate(b{c="d"}[1h]))',
  );
  expect(promqlProblems(sumOfRates([series('a', {}), series('b', { c: 'd' })], '1h', ['x', 'y']))).toEqual([]);
});

test.each([
  [250, '=~', '250(\\.0)?'],
  [1, '=~', '1(\\.0)?'],
  [0.25, '=', '0.25'],
  [0.5, '=', '0.5'],
])('the bucket up to %d', (units, operator, value) => {
  expect(bound(units)).toEqual({ label: 'le', operator, value });
});

test('either version of Prometheus has the bucket, and no other is taken for it', () => {
  const pattern = new RegExp(`^(?:${bound(250).value})$`);
  expect(['250', '250.0', '2500', '1250', '250.5', '250x0'].filter((le) => pattern.test(le))).toEqual(['250', '250.0']);
});

test('any text can be the value of a label', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const query = selector(series('up', { job: value }));
      expect(promqlProblems(query)).toEqual([]);
      expect(queriedSeries(query)).toEqual([{ metric: 'up', matchers: [{ label: 'job', operator: '=', value }] }]);
      expect(JSON.parse(promqlString(value))).toBe(value);
    }),
  );
});
