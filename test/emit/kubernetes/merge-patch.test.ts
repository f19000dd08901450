import * as fc from 'fast-check';
import { mergePatch } from '../../../lib/emit/kubernetes/merge-patch';

test.each([
  [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  [{ a: 1 }, { a: null }, {}],
  [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
  [{ a: 1 }, { a: { b: 1, c: null } }, { a: { b: 1 } }],
  [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
  [{ a: 1 }, { a: undefined }, { a: 1 }],
  [
    { env: [{ name: 'A', value: '1' }] },
    { env: [{ name: 'B', value: '2' }] },
    {
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    },
  ],
  [{ ports: [{ port: 80, name: 'a' }] }, { ports: [{ port: 80, name: 'b' }] }, { ports: [{ port: 80, name: 'b' }] }],
  [{ env: [{ name: 'A' }] }, { env: [] }, { env: [{ name: 'A' }] }],
  [{}, { env: [{ name: 'A' }] }, { env: [{ name: 'A' }] }],
  [{ env: [{ name: 'A' }, { name: 'B' }] }, { env: [{ name: 'A', $patch: 'delete' }] }, { env: [{ name: 'B' }] }],
  [{ env: [{ name: 'B' }] }, { env: [{ name: 'A', $patch: 'delete' }] }, { env: [{ name: 'B' }] }],
])('%j with %j is %j', (target, patch, expected) => {
  expect(mergePatch(target, patch)).toEqual(expected);
});

test.each([
  [
    'the protocol that is stated',
    { containerPort: 53, protocol: 'UDP', hostPort: 1 },
    [
      { containerPort: 53, protocol: 'TCP' },
      { containerPort: 53, protocol: 'UDP', hostPort: 1 },
    ],
  ],
  [
    'the protocol that is stated, to delete',
    { containerPort: 53, protocol: 'TCP', $patch: 'delete' },
    [{ containerPort: 53, protocol: 'UDP' }],
  ],
  [
    'a protocol that is new',
    { containerPort: 53, protocol: 'SCTP' },
    [
      { containerPort: 53, protocol: 'TCP' },
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 53, protocol: 'SCTP' },
    ],
  ],
])('one number for two ports: %s', (_, element, expected) => {
  expect(
    mergePatch(
      {
        ports: [
          { containerPort: 53, protocol: 'TCP' },
          { containerPort: 53, protocol: 'UDP' },
        ],
      },
      { ports: [element] },
    ),
  ).toEqual({ ports: expected });
});

test('a port without a protocol is the only one of its number; one that states none is TCP', () => {
  expect(
    mergePatch({ ports: [{ containerPort: 53, protocol: 'UDP' }] }, { ports: [{ containerPort: 53, name: 'dns' }] }),
  ).toEqual({ ports: [{ containerPort: 53, protocol: 'UDP', name: 'dns' }] });
  expect(mergePatch({ ports: [{ containerPort: 53 }] }, { ports: [{ containerPort: 53, protocol: 'TCP' }] })).toEqual({
    ports: [{ containerPort: 53, protocol: 'TCP' }],
  });
});

test.each([
  [
    { env: [{ name: 'A' }] },
    { env: [{ value: '1' }] },
    'an element of env is merged by its name, which {"value":"1"} lacks',
  ],
  [{}, { containers: [{ image: 'a' }] }, 'an element of containers is merged by its name'],
  [{ volumeMounts: [] }, { volumeMounts: ['/tmp'] }, 'merged by its mountPath, which "/tmp" lacks'],
  [{ ports: [] }, { ports: [{ name: 'http' }] }, 'merged by its containerPort or port'],
  [
    {
      ports: [
        { containerPort: 53, protocol: 'TCP' },
        { containerPort: 53, protocol: 'UDP' },
      ],
    },
    { ports: [{ containerPort: 53, name: 'dns' }] },
    'containerPort 53 stands for ports of two protocols: state which one',
  ],
])('%j refuses %j', (target, patch, reason) => {
  expect(() => mergePatch(target, patch)).toThrow(reason);
});

test('changes neither target nor patch', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(json, json, (target, patch) => {
      const before = JSON.stringify([target, patch]);
      mergePatch(target, patch);
      expect(JSON.stringify([target, patch])).toBe(before);
    }),
  );
});

test('a map merged with itself is itself', () => {
  const map = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.array(fc.integer()), fc.dictionary(fc.string(), fc.string())),
  );
  fc.assert(
    fc.property(map, (object) => {
      expect(mergePatch(object, object)).toEqual(object);
    }),
    {
      examples: ['{"__proto__":{"a":"1"},"constructor":{}}', '{"__proto__":[0]}', '{"toString":[0]}'].map(
        (text): [Record<string, string>] => [JSON.parse(text) as Record<string, string>],
      ),
    },
  );
});
