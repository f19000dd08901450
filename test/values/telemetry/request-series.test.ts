import { narrowed, RequestSeries } from '../../../lib/values';

const known = { label: 'a', operator: '=', value: '1' } as const;
const more = { label: 'b', operator: '=~', value: '2|3' } as const;
const of = (metric: string, ...matchers: readonly (typeof known | typeof more)[]) => ({ metric, matchers });

test('all series are narrowed, and nothing of them is lost', () => {
  const series: RequestSeries = {
    total: [of('t', known)],
    failed: [of('f', known), of('g')],
    duration: { buckets: of('b', known), count: of('c', known), boundsMillis: [1, 2], unitsPerSecond: 1000 },
  };
  expect(narrowed(series, [more])).toEqual({
    total: [of('t', known, more)],
    failed: [of('f', known, more), of('g', more)],
    duration: {
      buckets: of('b', known, more),
      count: of('c', known, more),
      boundsMillis: [1, 2],
      unitsPerSecond: 1000,
    },
  });
});

test('where there is no histogram, none comes into being', () => {
  expect(narrowed({ total: [of('t')], failed: [] }, [more])).toEqual({ total: [of('t', more)], failed: [] });
});

test('what was is left as it was', () => {
  const series: RequestSeries = { total: [of('t', known)], failed: [] };
  expect(narrowed(series, [])).toEqual(series);
  narrowed(series, [more]);
  expect(series.total).toEqual([of('t', known)]);
});
