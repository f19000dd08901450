import { GrafanaConfigMaps, IstioMesh, NoMonitoring } from '../../../../lib';
import { findingsOf } from '../../../checks/cases';
import { all, find } from '../../../support/manifests';
import { fullShop, Shop } from './program';

test('each dashboard is a file of its own in a ConfigMap that the sidecar looks for', () => {
  const shop = new Shop();
  shop.serve('cart');
  const map = find(shop.written(), 'ConfigMap', 'cart-dashboard');
  expect(map.metadata).toMatchObject({
    namespace: 'shop',
    labels: { grafana_dashboard: '1', 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/part-of': 'shop' },
  });
  expect(map.metadata.annotations).toBeUndefined();
  expect(Object.keys(map.data)).toEqual(['shop_cart.json']);
  expect(Object.keys(find(shop.written(), 'ConfigMap', 'shop-stack-dashboard').data)).toEqual(['stack_shop_shop.json']);
});

test("label, value and folder are the platform's", () => {
  const shop = new Shop({
    dashboards: new GrafanaConfigMaps({
      label: 'example.com/dashboard',
      labelValue: 'yes',
      folder: 'Shop floor',
      folderAnnotation: 'example.com/folder',
    }),
  });
  shop.serve('cart');
  for (const { metadata } of all(shop.written(), 'ConfigMap')) {
    expect(metadata).toMatchObject({
      labels: { 'example.com/dashboard': 'yes' },
      annotations: { 'example.com/folder': 'Shop floor' },
    });
  }
  expect(JSON.stringify(shop.written())).not.toMatch(/grafana_(dashboard|folder)/);
});

test('the same program makes the same bytes, without numbers that Grafana gives', () => {
  const text = () =>
    all(fullShop().written(), 'ConfigMap')
      .flatMap(({ data }) => Object.values(data))
      .join('\n');
  const once = text();
  expect(text()).toBe(once);
  expect(once).not.toMatch(/^ {2}"(id|version|iteration)"/m);
});

test('calls that are stated later are shown', () => {
  const shop = new Shop({ mesh: new IstioMesh() });
  const [cart, web] = [shop.serve('cart'), shop.serve('web', { ports: [] })];
  const before = shop.dashboard('cart').panels.length;
  web.calls(cart);
  expect(shop.dashboard('cart').panels.length).toBeGreaterThan(before);
});

test('where nothing is scraped, there are none, and somebody is told', () => {
  const shop = new Shop({ monitoring: new NoMonitoring() });
  shop.serve('cart');
  expect(findingsOf(shop.app)).toContainEqual(
    expect.objectContaining({ code: 'MS5202', path: 'shop', given: expect.stringContaining('NoMonitoring') }),
  );
  shop.stack.acknowledge('MS5202', 'the monitoring of this cluster is on its way');
  expect(all(shop.written(), 'ConfigMap')).toEqual([]);
});

describe.each([
  ['a label that is none', { label: 'no label' }, 'no label=1'],
  ['a value that is none', { labelValue: 'a b' }, 'grafana_dashboard=a b'],
  ['a folder without a name', { folder: '' }, 'grafana_folder='],
  ['an annotation that is none', { folder: 'Shop', folderAnnotation: '/' }, '/=Shop'],
])('%s', (_, props, given) => {
  const problems = new GrafanaConfigMaps(props)._platformProblems();
  test('is refused', () => {
    expect(problems).toEqual([
      expect.objectContaining({
        definition: expect.objectContaining({ code: 'MS5203' }),
        given: expect.stringContaining(given),
      }),
    ]);
  });
});

test('the finding stands at the stack', () => {
  const shop = new Shop({ dashboards: new GrafanaConfigMaps({ label: '-' }) });
  expect(findingsOf(shop.app)).toContainEqual(expect.objectContaining({ code: 'MS5203', path: 'shop' }));
});
