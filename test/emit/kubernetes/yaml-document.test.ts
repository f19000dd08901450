import { parse } from 'yaml';
import { annotatedMap, mergedAnnotations } from '../../../lib/emit/kubernetes';

test.each([
  'a: 1',
  'a: one two',
  'a: 40s\nb: -1.5\nc: true',
  "a: 'it''s'\nb: \"x: y # z\"",
  'a: http://host:9411',
  'a:\n  b:\n    c: 1\n  d: [1, 2]\ne: {"f": "g"}',
  '# first\n\na: 1\n  # deeper\nb: 2\n',
  '  a: 1\n  b: 2',
  '"a.b/c": d',
  '{"a": {"b": [1]}}',
])('a map is read as YAML has it: %j', (text) => {
  expect(annotatedMap(text)).toEqual(parse(text));
});

test.each([
  '',
  'text',
  '- a',
  'a:',
  'a: &x 1',
  'a: *x',
  'a: !!str 1',
  'a: |\n  text',
  'a: no',
  'a: 0x1F',
  'a: 1e3',
  'a: 012',
  'a: 2026-01-01',
  'a: 1:30',
  'a: b: c',
  'a: b # c',
  "a: 'b",
  'a: [b]',
  'a: 1\na: 2',
  'a: 1\n b: 2',
  'a:\n  b: 1\n c: 2',
  '  a: 1\nb: 2',
  'a: b\n  c',
  '\ta: 1',
  '---\na: 1',
  '[1]',
])('what is no map, or may mean something else, is none: %j', (text) => {
  expect(annotatedMap(text)).toBeUndefined();
});

test('annotations are merged where both hold maps or lists, and replaced where they do not', () => {
  const own = { map: '{"a":{"b":1},"c":2}', list: '1,2', text: 'own', only: 'own' };
  const stated = { map: 'a:\n  d: 3\nc: 4', list: '2,3', text: 'stated', further: 'a: 1' };
  expect(mergedAnnotations(own, stated, ['list', 'further'])).toEqual({
    map: '{"a":{"b":1,"d":3},"c":4}',
    list: '1,2,3',
    text: 'stated',
    only: 'own',
    further: 'a: 1',
  });
});
