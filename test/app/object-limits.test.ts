import { ApiObject, Chart } from 'cdk8s';
import { App, ApplicationStack, type Finding, Microservice } from '../../lib';
import { objectProblems } from '../../lib/app/object-limits';

/** Findings of an app with one object. */
function found(fields: object, kind = 'ConfigMap'): Finding[] {
  const app = new App();
  new ApiObject(new Chart(app, 'extra'), 'flags', { apiVersion: 'v1', kind, ...fields });
  return app.validate();
}

const codes = (fields: object, kind?: string) => found(fields, kind).map(({ code, message }) => `${code} ${message}`);

test.each([
  ['NUL', 'a\u0000b', 'U+0000'],
  ['the first half of a pair', 'a\ud83d', 'U+D83D'],
  ['the second half of a pair', '\ude00a', 'U+DE00'],
  ['halves in the wrong order', '\ude00\ud83d', 'U+DE00'],
])('%s in a value and in a key is a finding', (_, text, given) => {
  const message = (place: string) => `${place} holds a character that readers refuse`;
  expect(found({ data: { beta: text } })).toEqual([
    expect.objectContaining({
      code: 'MS0028',
      path: 'extra/flags',
      given: `it was ${given}`,
      message: message('the value of data.beta'),
    }),
  ]);
  expect(found({ data: { [text]: 'on' } })).toEqual([
    expect.objectContaining({ code: 'MS0028', given: `it was ${given}`, message: message('a key of data') }),
  ]);
  expect(codes({ list: ['ok', { deep: text }] })).toEqual([`MS0028 ${message('the value of list[1].deep')}`]);
});

test.each(['\u0001\u001b\u007f\u0085', '\ufffe\uffff\u2028', '\u{1f600}', '\\u0000', '\\ud83d', 'a\tb\r\n'])(
  'readers take %j',
  (text) => expect(found({ data: { beta: text } })).toEqual([]),
);

test('texts of microservices are judged where they end', () => {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    env: { MODE: 'a\u0000' },
    pod: { args: ['\ud800'] },
  });
  expect(app.validate().map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
    'MS0028 shop/cart/workload: the value of spec.template.spec.containers[0].args[0] holds a character that ' +
      'readers refuse',
    'MS0028 shop/cart/workload: the value of spec.template.spec.containers[0].env[0].value holds a character that ' +
      'readers refuse',
  ]);
});

const KIB = 1024;
const half = 'x'.repeat(512 * KIB);

test.each([
  ['data', { data: { a: half, b: `${half}x` } }, 'the data of the ConfigMap', 1024 * KIB + 1],
  [
    'data that are no ASCII',
    { data: { a: '\u00e9'.repeat(512 * KIB), b: 'x' } },
    'the data of the ConfigMap',
    1024 * KIB + 1,
  ],
  [
    'annotations',
    { metadata: { annotations: { abc: 'x'.repeat(256 * KIB - 2) } } },
    'the map of annotations',
    256 * KIB + 1,
  ],
])('%s above the limit are a finding', (_, fields, what, bytes) => {
  expect(found(fields)).toEqual([
    expect.objectContaining({ code: 'MS0029', message: `${what} has too many bytes`, given: `it had ${bytes} bytes` }),
  ]);
});

test('an object above the limit of requests is a finding', () => {
  expect(codes({ spec: { json: 'x'.repeat(1536 * KIB) } }, 'GrafanaDashboard')).toEqual([
    'MS0029 the GrafanaDashboard has too many bytes',
  ]);
  expect(codes({ spec: { json: 'x'.repeat(1500 * KIB) } }, 'GrafanaDashboard')).toEqual([]);
});

test('what fits is no finding', () => {
  expect(codes({ data: { a: half, b: half } })).toEqual([]);
  expect(codes({ metadata: { annotations: { abc: 'x'.repeat(256 * KIB - 3) } } })).toEqual([]);
  // Base64 is longer than its bytes.
  expect(codes({ data: { a: 'x'.repeat(1300 * KIB) } }, 'Secret')).toEqual([]);
  expect(objectProblems({}, '')).toEqual([]);
});
