import { Backlog, NoMesh } from '../../../../lib';
import { findingsOf } from '../../../checks/cases';
import { find } from '../../../support/manifests';
import { fullShop, Shop } from './program';

function withBacklogs(count: number): Shop {
  const shop = new Shop({ mesh: new NoMesh() });
  shop.serve('cart', {
    telemetry: {
      backlogs: Array.from({ length: count }, (_, index) => Backlog.kafka(1, { consumerGroup: `group-${index}` })),
    },
  });
  return shop;
}

test('a dashboard that no ConfigMap can hold is refused', () => {
  const found = findingsOf(withBacklogs(4000).app).filter(({ code }) => code === 'MS5204');
  expect(found).toEqual([
    expect.objectContaining({ path: 'shop/cart/dashboard', given: expect.stringMatching(/^it had 1\d{6} bytes$/) }),
  ]);
});

test('one that is measured and fits is not', () => {
  expect(findingsOf(withBacklogs(1200).app).filter(({ code }) => code === 'MS5204')).toEqual([]);
});

test('the fullest of the tests is far from the bound, and from what annotations of kubectl apply hold', () => {
  const data = find(fullShop().written(), 'ConfigMap', 'checkout-dashboard').data;
  expect(Object.values(data)[0]!.length).toBeLessThan(64 * 1024);
});
