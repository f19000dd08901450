import { Duration } from 'cdk8s';
import { GrafanaOperator } from '../../../../lib';
import { find, only } from '../../../support/manifests';
import { fullShop, Shop } from './program';

const instanceSelector = { dashboards: 'grafana' };

test('each dashboard is an object of the operator, found by instances of other namespaces too', () => {
  const shop = new Shop({ dashboards: new GrafanaOperator({ instanceSelector }) });
  shop.serve('cart');
  const { metadata, spec } = find(shop.written(), 'GrafanaDashboard', 'cart');
  expect(metadata).toMatchObject({ name: 'cart', namespace: 'shop', labels: { 'app.kubernetes.io/name': 'cart' } });
  const { json, ...rest } = spec;
  expect(rest).toEqual({
    allowCrossNamespaceImport: true,
    instanceSelector: { matchLabels: instanceSelector },
    resyncPeriod: '600s',
  });
  expect(JSON.parse(json)).toMatchObject({ uid: 'shop_cart', title: 'shop / cart' });
  expect(find(shop.written(), 'GrafanaDashboard', 'shop-stack').metadata.namespace).toBe('shop');
});

test("folder, period and reach are the platform's", () => {
  const shop = new Shop({
    dashboards: new GrafanaOperator({
      instanceSelector,
      folder: 'Shop',
      resyncPeriod: Duration.minutes(1),
      allowCrossNamespaceImport: false,
    }),
  });
  expect(only(shop.written(), 'GrafanaDashboard').spec).toMatchObject({
    folder: 'Shop',
    resyncPeriod: '60s',
    allowCrossNamespaceImport: false,
  });
});

test('it shows the same as the sidecar', () => {
  const sidecar = fullShop().dashboard('checkout');
  const operator = fullShop({
    dashboards: new GrafanaOperator({ instanceSelector }),
    mesh: fullShop().stack.platform.mesh,
  });
  expect(JSON.parse(find(operator.written(), 'GrafanaDashboard', 'checkout').spec.json)).toEqual(sidecar);
});

test.each([
  ['a label that is none', { instanceSelector: { 'a b': 'c' } }, 'a b=c'],
  ['no time between restorations', { instanceSelector, resyncPeriod: Duration.millis(0) }, '0 s'],
])('%s is refused', (_, props, given) => {
  expect(new GrafanaOperator(props)._platformProblems()).toEqual([
    expect.objectContaining({
      definition: expect.objectContaining({ code: 'MS5203' }),
      given: expect.stringContaining(given),
    }),
  ]);
});
