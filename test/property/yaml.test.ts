import * as fc from 'fast-check';
import { emitYaml } from '../../lib/app/emit-yaml';
import { YAML_READERS } from '../support/yaml-readers';
import { runs } from './runs';

const AMBIGUOUS = [
  '',
  ' ',
  '~',
  'y',
  'Y',
  'n',
  'yes',
  'No',
  'on',
  'OFF',
  'true',
  'False',
  'null',
  'NULL',
  '0',
  '-0',
  '+1',
  '1e3',
  '1E3',
  '1.0e+3',
  '.5',
  '5.',
  '010',
  '0o17',
  '0x1F',
  '0b101',
  '1_000',
  '12:30',
  '190:20:30',
  '190:20:30.15',
  '.inf',
  '-.INF',
  '.nan',
  '2001-12-14',
  '2001-12-14t21:59:43.10-05:00',
  '2001-12-14 21:59:43',
  '=',
  '<<',
  '-',
  '--',
  '---',
  '...',
  '- a',
  '-a',
  '--flag=1',
  '?',
  '? a',
  ':',
  ': a',
  'a:',
  'a: b',
  'a:b',
  '#',
  'a #b',
  'a#b',
  '&a',
  '*a',
  '!a',
  '!!str a',
  '|',
  '>',
  '@a',
  '`a',
  '%a',
  "'a'",
  '"a"',
  '[a]',
  '{a: b}',
  'a, b',
  '100m',
  '1Gi',
  '5E',
  '1.5s',
  '30s',
  '1h30m',
  '10.0.0.0/8',
  '8080',
  '1.2.3',
  'e0',
  'E5',
  '-e1',
  'e+1',
  'e-2_0',
  '_',
  '_1',
  '-_1',
  '--1',
  'ghcr.io/acme/cart:1.4.2',
  '$(HOST):80',
  '/healthz',
  '__proto__',
  'constructor',
  '\t',
  'a\tb',
  '\ta',
  'a\t',
  '\r',
  'a\r\nb',
  '\u0000',
  '\u0007',
  '\u007f',
  '\u0085',
  'a\u0085b',
  '\u00a0',
  '\u2028',
  'a\u2029b',
  '\ufeff',
  '\ufeffa',
  '\ufffe',
  '\ud800',
  'a\udc00',
  '😀',
  'é',
  'a\n',
  'a\n\n',
  '\na',
  '\n',
  '\n\n',
  ' a\nb',
  'a\n b\n',
  'a\n\n\nb',
  'a \nb',
  'a\n ',
  'a\n \n',
  'a\n  \nb\n',
  '\ta\nb',
  '\n a\nb',
  '  \na',
  'a\n\tb\n',
  '# a\nb\n',
  '---\na\n',
  '...\n',
  'a: b\nc: d\n',
  '- a\n- b',
  'server {\n  listen 80;\n\n  location / {\n    return 200 "ok";\n  }\n}\n',
  '[section]\nkey = value ; comment\n\n[other]\n\tindented = yes\n',
  '{\n  "a": [1, 2],\n  "b": null\n}',
  '#!/bin/sh\nset -e\n\nexec "$@"\n\n',
  'key: |\n  nested\n  block\n',
  `${'x'.repeat(1100)}`,
  `${'x '.repeat(700)}`,
];

const string = fc.oneof(
  fc.constantFrom(...AMBIGUOUS),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '1',
      '0',
      ' ',
      '\n',
      '\t',
      ':',
      '#',
      '-',
      '.',
      '_',
      'e',
      'x',
      '"',
      "'",
      '\\',
      '\r',
      '\u0085',
      '\u2028',
      '\ud83d',
    ),
  }),
  fc.array(fc.constantFrom(...AMBIGUOUS), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
);

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 1e-7, 1.5e300, 5e-324, 2 ** 53, -1e22, 0.1, 100),
);

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    string,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(string, tie('json'), { maxKeys: 4 }),
  ),
}));

const document = fc.oneof(json, fc.dictionary(string, json));

describe('YAML of any JSON value', () => {
  test.each(Object.entries(YAML_READERS))('%s reads it back exactly', (reader, readAll) => {
    fc.assert(
      fc.property(document, (value) => {
        expect(readAll(emitYaml(value))).toEqual([plain(value, reader)]);
      }),
      runs(1500),
    );
  });

  test('keeps ambiguous strings as value, key and item', () => {
    for (const text of AMBIGUOUS) {
      const value = { [text]: text, list: [text, [text], { [text]: [text] }], deep: { er: { text } } };
      for (const readAll of Object.values(YAML_READERS)) expect(readAll(emitYaml(value))).toEqual([plain(value)]);
    }
  });

  test('never breaks out of its document', () => {
    fc.assert(
      fc.property(document, (value) => {
        const lines = emitYaml(value).split('\n');
        expect(lines.some((line) => /^(---|\.\.\.)(\s|$)/.test(line))).toBe(false);
        expect(lines.at(-1)).toBe('');
      }),
    );
  });
});

/** The value as a reader makes it: with ordinary prototypes. The whole numbers of js-yaml have one zero. */
function plain(value: unknown, reader = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, reader));
  if (reader === 'js-yaml' && value === 0) return 0;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, reader)]));
}
