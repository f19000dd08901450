import * as fc from 'fast-check';
import { isLabelName, isMetricName, promqlString } from '../../../lib/values';
import { promqlProblems, queriedSeries } from '../../support/promql';

test.each(['code', '_code', 'Code2', 'le_', 'quantiles'])('%s is a label', (label) => {
  expect(isLabelName(label)).toBe(true);
  expect(promqlProblems(`sum by (${label}) (up{${label}="x"})`)).toEqual([]);
});

test.each(['', '2xx', 'a-b', 'a.b', 'a b', 'a\n', 'é', '__name__', '__x', 'le', 'quantile'])(
  '%j is no label that people state',
  (label) => expect(isLabelName(label)).toBe(false),
);

test.each(['up', ':x', 'a:b_c1', '_'])('%s is a metric', (metric) => {
  expect(isMetricName(metric)).toBe(true);
  expect(promqlProblems(metric)).toEqual([]);
});

test.each(['', '1up', 'a-b', 'up{a="b"}', 'up\n'])('%j is no metric', (metric) => {
  expect(isMetricName(metric)).toBe(false);
});

test('a string literal is read as its text, and begins nothing that another program replaces', () => {
  const parts = fc.constantFrom('$', '{', '[', '"', '\\', '\n', '\u0000', 'a', '$__interval', '{{', '${x}', '[[x]]');
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(parts).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (value) => {
      const query = `up{job=${promqlString(value)}}`;
      expect(promqlProblems(query)).toEqual([]);
      expect(queriedSeries(query)).toEqual([{ metric: 'up', matchers: [{ label: 'job', operator: '=', value }] }]);
      expect(promqlString(value)).not.toMatch(/\$[\w{]|\[\[|\{\{/);
    }),
  );
});
