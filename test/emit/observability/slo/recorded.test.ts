import { errorRatio, INTERVAL_SECONDS, RATE_WINDOW, RECORDED, recorded } from '../../../../lib/emit/observability/slo';
import { selector } from '../../../../lib/program';
import { promqlProblems } from '../../../support/promql';

test('names say level, metric and operation, as Prometheus recommends', () => {
  expect(
    [...Object.values(RECORDED), errorRatio('1h')].filter((name) => !/^objective:[a-z_]+:[a-z0-9_]+$/.test(name)),
  ).toEqual([]);
  expect(new Set([...Object.values(RECORDED), errorRatio('1h'), errorRatio('6h')]).size).toBe(
    Object.values(RECORDED).length + 2,
  );
});

test('a series is that of one objective of one microservice', () => {
  expect(selector(recorded(RECORDED.total, { namespace: 'shop', name: 'web' }, { name: 'availability' }))).toBe(
    'objective:requests:rate5m{namespace="shop",microservice="web",objective="availability"}',
  );
  expect(
    promqlProblems(selector(recorded(errorRatio('3d'), { namespace: 'shop', name: 'web' }, { name: 'a' }))),
  ).toEqual([]);
});

test('evaluations are more frequent than the time that rates are taken over, and tile an hour', () => {
  expect(INTERVAL_SECONDS * 2).toBeLessThanOrEqual(parseInt(RATE_WINDOW, 10) * 60);
  expect(3600 % INTERVAL_SECONDS).toBe(0);
});
