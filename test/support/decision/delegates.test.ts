import { mesh, meshObject } from './fixtures';

const HOST = 'canary.shop.svc.cluster.local';
const to = (name: string, rest: object = {}) => ({ name, route: [{ destination: { host: HOST } }], ...rest });
const root = (http: readonly object[]) => meshObject('VirtualService', 'canary', { hosts: [HOST], http });
const delegate = (http: readonly object[]) => meshObject('VirtualService', 'versions', { http });
const by = (name: string, rest: object = {}) => ({ name, delegate: { name: 'versions' }, ...rest });
const named = (objects: Parameters<typeof mesh>[0], caller = 'cl', rest: object = {}) =>
  mesh(objects).routeOf(caller, 'canary', 80, rest);

// As istiod and Envoy had it: suite canary-traffic of the conformance tests.
test('routes of a delegate take timeout and retries from the route that delegates, where they state none', () => {
  const objects = [
    root([
      by('a', { match: [{ sourceLabels: { app: 'cl' } }], timeout: '1s', retries: { attempts: 0 } }),
      by('b', { timeout: '2s', retries: { attempts: 1 } }),
    ]),
    delegate([to('tried', { match: [{ headers: { 'x-v': { exact: '2' } } }] }), to('rest', { timeout: '9s' })]),
  ];
  const seen = (caller: string, headers = {}) => {
    const { name, timeout, retries } = named(objects, caller, { headers });
    return [name, timeout, retries.attempts];
  };
  expect([seen('cl', { 'x-v': '2' }), seen('cl'), seen('cl2', { 'x-v': '2' }), seen('cl2')]).toEqual([
    ['a-tried', '1s', 0],
    ['a-rest', '9s', 0],
    ['b-tried', '2s', 1],
    ['b-rest', '9s', 1],
  ]);
});

test('a route of a delegate that asks for anything is left out below one that asks for a namespace', () => {
  const objects = (match: object) => [
    root([by('a', { match: [match] })]),
    delegate([to('tried', { match: [{ headers: { 'x-v': { exact: '2' } } }] }), to('rest')]),
  ];
  expect(named(objects({ sourceNamespace: 'shop' }), 'cl', { headers: { 'x-v': '2' } }).name).toBe('a-rest');
  expect(named(objects({ sourceLabels: { app: 'cl' } }), 'cl', { headers: { 'x-v': '2' } }).name).toBe('a-tried');
});

test.each<[string, object, object, string]>([
  ['a prefix below an exact path', { uri: { exact: '/a' } }, { uri: { prefix: '/' } }, 'a-rest'],
  ['a wider prefix', { uri: { prefix: '/a' } }, { uri: { prefix: '/' } }, 'a-rest'],
  ['a narrower prefix', { uri: { prefix: '/' } }, { uri: { prefix: '/a' } }, 'a-tried'],
  ['every path, as a header', { uri: { exact: '/a' } }, { headers: { ':path': { prefix: '/' } } }, 'a-tried'],
  ['expressions', { uri: { regex: '.*' } }, { uri: { exact: '/a' } }, 'a-rest'],
  ['another port', { port: 80 }, { port: 81 }, 'a-rest'],
])('%s: the routes that go together', (_, outer, inner, name) => {
  expect(
    named([root([by('a', { match: [outer] })]), delegate([to('tried', { match: [inner] }), to('rest')])], 'cl', {
      path: '/a',
    }).name,
  ).toBe(name);
});

test('a delegate that is not there, and what is not known of one, are errors', () => {
  expect(() => named([root([by('a')])])).toThrow(
    'VirtualService shop/canary delegates to shop/versions, which is not there',
  );
  expect(() => named([root([by('a', { mirror: { host: HOST } })]), delegate([to('rest')])])).toThrow(
    'not modelled: mirror of a route of VirtualService shop/canary that delegates',
  );
});
