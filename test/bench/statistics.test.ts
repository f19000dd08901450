import { formatSpread, ratios, spreadOf } from './statistics';

test.each([
  [[3], { minimum: 3, median: 3, maximum: 3 }],
  [[3, 1, 2], { minimum: 1, median: 2, maximum: 3 }],
  [[4, 1, 3, 2], { minimum: 1, median: 2.5, maximum: 4 }],
])('least, middle and greatest of %j', (numbers, spread) => {
  expect(spreadOf(numbers)).toEqual(spread);
});

test('ratios pair the runs of a round', () => {
  expect(ratios([1, 10], [2, 10])).toEqual({ minimum: 0.5, median: 0.75, maximum: 1 });
});

test('a spread shows its middle first', () => {
  expect(formatSpread({ minimum: 0.123, median: 0.5, maximum: 1 })).toBe('0.50 (0.12 to 1.00)');
});
