import * as fc from 'fast-check';
import { mergePatch } from '../../lib/kubernetes/merge-patch';

test.each([
  [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  [{ a: 1 }, { a: null }, {}],
  [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
  [{ a: 1 }, { a: { b: 1, c: null } }, { a: { b: 1 } }],
  [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
  [{ a: 1 }, { a: undefined }, { a: 1 }],
  [{ env: [{ name: 'A', value: '1' }] }, { env: [{ name: 'B', value: '2' }] }, { env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }] }],
  [{ ports: [{ port: 80, name: 'a' }] }, { ports: [{ port: 80, name: 'b' }] }, { ports: [{ port: 80, name: 'b' }] }],
  [{ env: [{ name: 'A' }] }, { env: [] }, { env: [{ name: 'A' }] }],
  [{}, { env: [{ name: 'A' }] }, { env: [{ name: 'A' }] }],
  [{ env: [{ name: 'A' }, { name: 'B' }] }, { env: [{ name: 'A', $patch: 'delete' }] }, { env: [{ name: 'B' }] }],
  [{ env: [{ name: 'B' }] }, { env: [{ name: 'A', $patch: 'delete' }] }, { env: [{ name: 'B' }] }],
])('%j with %j is %j', (target, patch, expected) => {
  expect(mergePatch(target, patch)).toEqual(expected);
});

test('changes neither target nor patch', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  fc.assert(fc.property(json, json, (target, patch) => {
    const before = JSON.stringify([target, patch]);
    mergePatch(target, patch);
    expect(JSON.stringify([target, patch])).toBe(before);
  }));
});

test('a map merged with itself is itself', () => {
  const map = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.integer()), fc.dictionary(fc.string(), fc.string())));
  fc.assert(fc.property(map, (object) => {
    expect(mergePatch(object, object)).toEqual(object);
  }), { examples: ['{"__proto__":{"a":"1"},"constructor":{}}', '{"__proto__":[0]}', '{"toString":[0]}'].map((text): [Record<string, string>] => [JSON.parse(text) as Record<string, string>]) });
});
