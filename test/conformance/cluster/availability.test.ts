import { Availability, isAvailable } from './availability';
import type { KubernetesObject } from './kubernetes-object';

const CART = { namespace: 'shop', selector: { matchLabels: { app: 'cart' } } };

function pod(
  uid: string,
  {
    ready = true,
    app = 'cart',
    ...metadata
  }: { readonly ready?: boolean; readonly app?: string; readonly deletionTimestamp?: string } = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: uid, namespace: 'shop', uid, labels: { app }, ...metadata },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

test('a pod is available while it is Ready and not being deleted', () => {
  expect(isAvailable(pod('a'))).toBe(true);
  expect(isAvailable(pod('a', { ready: false }))).toBe(false);
  expect(isAvailable(pod('a', { deletionTimestamp: '2026-01-01T00:00:00Z' }))).toBe(false);
});

test('the lowest count is kept when pods come back', () => {
  const availability = new Availability([CART], [pod('a'), pod('b'), pod('c')]);
  availability.see('MODIFIED', pod('a', { deletionTimestamp: '2026-01-01T00:00:00Z' }));
  availability.see('DELETED', pod('a'));
  availability.see('DELETED', pod('b'));
  availability.see('ADDED', pod('d', { ready: false }));
  availability.see('MODIFIED', pod('d'));
  availability.see('MODIFIED', pod('d'));
  expect(availability.lowest).toEqual([1]);
});

test('pods that were there first are the first count, and others do not matter', () => {
  const availability = new Availability([CART, { ...CART, namespace: 'other' }], [pod('a'), pod('x', { app: 'ads' })]);
  availability.see('DELETED', pod('x', { app: 'ads' }));
  expect(availability.lowest).toEqual([1, 0]);
});
