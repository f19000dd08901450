import { YAML_READERS } from './yaml-readers';

const TEXT = '---\nid: 0o17\nwait: 1:20\non: yes\nday: 2001-12-14\n---\n__proto__: 1\n';

test('readers differ in what they take plain text for, and lose no key', () => {
  const read = Object.values(YAML_READERS).map((readAll) => JSON.stringify(readAll(TEXT)));
  expect(read).toEqual([
    '[{"id":15,"wait":"1:20","on":"yes","day":"2001-12-14"},{"__proto__":1}]',
    '[{"id":"0o17","wait":80,"true":true,"day":"2001-12-14T00:00:00.000Z"},{"__proto__":1}]',
    '[{"id":"0o17","wait":80,"on":"yes","day":"2001-12-14T00:00:00.000Z"},{"__proto__":1}]',
  ]);
});

test.each(Object.entries(YAML_READERS))('%s throws at an error', (_, readAll) => {
  expect(() => readAll('a: b: c\n')).toThrow();
});
