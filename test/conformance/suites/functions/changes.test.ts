import { changesBetween, describeChange } from './changes';

test.each<[string, unknown, unknown]>([
  ['the same', { a: [{ b: 1 }], c: '' }, { c: '', a: [{ b: 1 }] }],
  ['null instead of nothing', { a: {} }, { a: { b: null } }],
])('%s is no change', (_, before, after) => expect(changesBetween(before, after)).toEqual([]));

test.each<[string, unknown, unknown, string]>([
  ['a value', { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, 'a[1].b was 2 and becomes 3'],
  ['a type', { a: '1' }, { a: 1 }, 'a was "1" and becomes 1'],
  ['something more', { a: {} }, { a: { b: {} } }, 'a.b was nothing and becomes {}'],
  ['something less', { a: { b: 0 } }, { a: {} }, 'a.b was 0 and becomes nothing'],
  ['an item', { a: [1] }, { a: [1, 2] }, 'a was [1] and becomes [1,2]'],
  ['a list for a map', { a: {} }, { a: [] }, 'a was {} and becomes []'],
])('%s is one', (_, before, after, words) =>
  expect(changesBetween(before, after).map(describeChange)).toEqual([words]),
);
