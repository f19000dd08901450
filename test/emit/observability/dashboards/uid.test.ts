import { microserviceUid, stackUid } from '../../../../lib/emit/observability/dashboards/uid';

test.each([
  ['a microservice', microserviceUid({ namespace: 'shop', name: 'cart' }), 'shop_cart'],
  ['a stack', stackUid({ namespace: 'shop', name: 'shop' }), 'stack_shop_shop'],
])('%s has an identity that can be read', (_, uid, expected) => {
  expect(uid).toBe(expected);
});

test('dashes tell no two apart', () => {
  expect(microserviceUid({ namespace: 'a-b', name: 'c' })).not.toBe(microserviceUid({ namespace: 'a', name: 'b-c' }));
  expect(stackUid({ namespace: 'a', name: 'b' })).not.toBe(microserviceUid({ namespace: 'stack', name: 'a' }));
});

test('long ones keep their beginning, are told apart, and fit', () => {
  const namespace = 'a-namespace-of-some-length-in-production';
  const uids = Array.from({ length: 1000 }, (_, index) => microserviceUid({ namespace, name: `service-${index}` }));
  expect(new Set(uids).size).toBe(uids.length);
  for (const uid of uids) expect(uid).toMatch(/^a-namespace-of-some-le__[0-9a-f]{16}$/);
  expect(uids[0]).toHaveLength(40);
  // Links to it last as long as it stays what it is.
  expect(uids[0]).toBe(microserviceUid({ namespace, name: 'service-0' }));
});

test('40 characters are not too many', () => {
  expect(microserviceUid({ namespace: 'n'.repeat(20), name: 'm'.repeat(19) })).toBe(
    `${'n'.repeat(20)}_${'m'.repeat(19)}`,
  );
  expect(microserviceUid({ namespace: 'n'.repeat(20), name: 'm'.repeat(20) })).toContain('__');
});

test('names that Kubernetes refuses yield something that Grafana takes', () => {
  expect(microserviceUid({ namespace: 'shop', name: 'Größe/1' })).toMatch(/^[\w-]{1,40}$/);
});
