import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { patienceOf, RoutedRequest, seconds, waitOf } from './routes';

const request: RoutedRequest = {
  labels: { app: 'shop', version: '1' },
  namespace: 'shop',
  port: 80,
  path: '/shop.Cart/Get',
};
const route = (http: readonly object[]): KubernetesObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'cart' },
  spec: { http },
});

test('takes the first route that matches caller and path', () => {
  const routes = route([
    { match: [{ sourceLabels: { app: 'other' } }], retries: { attempts: 9 } },
    { match: [{ sourceNamespace: 'elsewhere' }, { port: 81 }], retries: { attempts: 8 } },
    { match: [{ sourceLabels: { app: 'shop' }, uri: { regex: '.*/Add' } }], retries: { attempts: 7 } },
    {
      match: [{ sourceLabels: { app: 'shop' }, sourceNamespace: 'shop', uri: { regex: '.*/Get' } }],
      timeout: '1s',
      retries: { attempts: 2, perTryTimeout: '300ms' },
    },
    { timeout: '5s', retries: { attempts: 0 } },
  ]);
  expect(patienceOf(routes, request)).toEqual({ timeout: 1, retries: 2, perTryTimeout: 0.3 });
  expect(patienceOf(routes, { ...request, path: '/shop.Cart/Get/more' })).toEqual({ timeout: 5, retries: 0 });
});

test('knows no patience where no route matches', () => {
  expect(
    patienceOf(route([{ match: [{ uri: { prefix: '/x' } }], retries: { attempts: 0 } }]), request),
  ).toBeUndefined();
  expect(
    patienceOf(route([{ match: [{ uri: { exact: '/shop.Cart/Get' } }], retries: { attempts: 1 } }]), request),
  ).toEqual({ retries: 1 });
});

test('waits for all attempts, and no longer than the timeout', () => {
  expect(waitOf({ timeout: 1, perTryTimeout: 0.3, retries: 2 })).toBeCloseTo(0.9);
  expect(waitOf({ timeout: 1, perTryTimeout: 0.5, retries: 2 })).toBe(1);
  expect(waitOf({ timeout: 2, retries: 0 })).toBe(2);
});

test.each([
  ['300ms', 0.3],
  ['1.5s', 1.5],
  ['2m', 120],
])('reads %s', (text, expected) => {
  expect(seconds(text)).toBeCloseTo(expected);
});
