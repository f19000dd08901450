import { emitYaml } from '../../lib/app/emit-yaml';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

test.each<[string, unknown, string]>([
  [
    'maps and lists in block style',
    { a: { b: [1, [2, 3], { c: true, d: null }] } },
    lines('a:', '  b:', '    - 1', '    - - 2', '      - 3', '    - c: true', '      d: null'),
  ],
  ['empty ones in one line', { a: {}, b: [], c: [{}, []] }, lines('a: {}', 'b: []', 'c:', '  - {}', '  - []')],
  ['keys in the order given', { z: 1, a: 2 }, lines('z: 1', 'a: 2')],
  [
    'readable strings without quotes',
    ['ghcr.io/acme/cart:1.4.2', '--port=8080', '-c', '/healthz', '$(HOST):80', '100m', '128Mi', 'a b'],
    lines(
      '- ghcr.io/acme/cart:1.4.2',
      '- --port=8080',
      '- -c',
      '- /healthz',
      '- $(HOST):80',
      '- 100m',
      '- 128Mi',
      '- a b',
    ),
  ],
  [
    'others in quotes',
    ['yes', '1e3', '12:30', '', ' a', 'a: b', 'a #b', 'é', '\u2028'],
    lines('- "yes"', '- "1e3"', '- "12:30"', '- ""', '- " a"', '- "a: b"', '- "a #b"', '- "é"', '- "\\u2028"'),
  ],
  ['ambiguous keys in quotes', { on: 1, '<<': 2, 80: 3 }, lines('"80": 3', '"on": 1', '"<<": 2')],
  ['long keys on a line of their own', { ['k'.repeat(1001)]: { a: 1 } }, lines(`? ${'k'.repeat(1001)}`, ':', '  a: 1')],
  [
    'numbers as both versions read them',
    [0, -0, 1.5, 1e21, 1e-7, 1.5e-7, 12n],
    lines('- 0', '- -0', '- 1.5', '- 1.0e+21', '- 1.0e-7', '- 1.5e-7', '- 12'),
  ],
  [
    'text of several lines literally',
    { a: 'x\n  y\n\nz\n', b: ['x\ny', { c: ' x\ny\n\n' }] },
    lines('a: |', '  x', '    y', '', '  z', 'b:', '  - |-', '    x', '    y', '  - c: |2+', '       x', '      y', ''),
  ],
  [
    'text that no block can hold in quotes',
    ['a\r\nb', '\n', 'a\n ', 'a\n\u0007'],
    lines('- "a\\r\\nb"', '- "\\n"', '- "a\\n "', '- "a\\n\\u0007"'),
  ],
  [
    'undefined as null, and what knows its JSON as that',
    { a: undefined, b: new Date(0) },
    lines('a: null', 'b: "1970-01-01T00:00:00.000Z"'),
  ],
  ['a lone value', 'yes', lines('"yes"')],
])('writes %s', (_, value, expected) => {
  expect(emitYaml(value)).toBe(expected);
});

test.each([NaN, Infinity, Symbol('s'), () => 1, new Map(), new Set()])(
  'refuses %p, which has no form in JSON',
  (value) => {
    expect(() => emitYaml({ value })).toThrow(/has no form in|is no number of JSON/);
  },
);
