import { policyOf, policyProblems } from '../../../lib/program';
import { CallHeaders, Port } from '../../../lib/values';

const endpoint = (name: string) => ({ id: `/shop/${name}`, name, ports: [Port.http(80)] });
const call = (headers?: CallHeaders) => ({
  caller: endpoint('web'),
  callee: endpoint('cart'),
  options: headers === undefined ? {} : { headers },
});

test('names are in lower case and sorted, whatever is stated', () => {
  expect(policyOf(call({ set: { 'X-B': '1', 'X-A': '2' }, remove: ['X-D', 'X-C'] })).headers).toEqual({
    set: { 'x-a': '2', 'x-b': '1' },
    remove: ['x-c', 'x-d'],
  });
});

test.each([undefined, {}, { set: {}, remove: [] }])('%p states none', (headers) => {
  expect(policyOf(call(headers)).headers).toBeUndefined();
});

test.each([
  [{ set: { host: 'elsewhere' } }, "'host'"],
  [{ remove: ['Content-Length'] }, "'Content-Length'"],
  [{ set: { 'x envoy': '1' } }, "'x envoy'"],
  [{ set: { 'x-envoy-retry-on': '5xx' } }, "'x-envoy-retry-on'"],
  [{ set: { 'x-a': '100 %' } }, '100 %'],
  [{ set: { 'x-a': 'a\nb' } }, 'x-a was'],
  [{ set: { 'x-a': '1' }, remove: ['X-A'] }, "'x-a' was named twice"],
])('%p is invalid', (headers, given) => {
  expect(policyProblems(call(headers))).toEqual([
    expect.objectContaining({ code: 'MS2007', given: expect.stringContaining(given) }),
  ]);
});

test('ordinary headers are valid', () => {
  expect(
    policyProblems(call({ set: { 'x-tenant': 'acme, inc.', authorization: 'Basic e30=' }, remove: ['x-debug'] })),
  ).toEqual([]);
});
