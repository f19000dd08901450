import { selects } from './selector';

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart', namespace: 'shop', labels: { app: 'cart', tier: 'back' } },
};

test.each([
  ['without requirements', {}, true],
  ['by labels', { matchLabels: { app: 'cart', tier: 'back' } }, true],
  ['by another label', { matchLabels: { app: 'cart', tier: 'front' } }, false],
  ['In', { matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'back'] }] }, true],
  ['NotIn', { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['back'] }] }, false],
  ['NotIn without the label', { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, true],
  ['Exists', { matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, false],
  ['DoesNotExist', { matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, true],
])('a selector %s', (_, selector, selected) => {
  expect(selects({ namespace: 'shop', selector }, POD)).toBe(selected);
});

test('pods of other namespaces are not selected', () => {
  expect(selects({ namespace: 'other', selector: {} }, POD)).toBe(false);
});
