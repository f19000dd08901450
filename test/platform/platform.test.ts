import { ClusterFacts, KubernetesVersion, NetworkPeer } from '../../lib/values';
import { Platform } from '../../lib/platform';
import '../../lib';
import { findingsOf, shop, shopOn } from '../emit/kubernetes/program';

test('nothing is needed', () => {
  const platform = new Platform();
  expect(platform.cluster.name).toBe('cluster');
  expect(platform).toMatchObject({ defaults: {}, required: {}, images: {}, registryMirrors: {} });
});

test('resolves images by map and mirror', () => {
  const platform = new Platform({
    images: { cart: 'ghcr.io/acme/cart:1' },
    registryMirrors: { 'ghcr.io': 'mirror.corp' },
  });
  expect(platform.resolveImage('cart')).toBe('mirror.corp/acme/cart:1');
});

test('is known by its own mark, not by its class', () => {
  expect(Platform.isPlatform(new Platform())).toBe(true);
  for (const other of [undefined, null, 'platform', {}]) expect(Platform.isPlatform(other)).toBe(false);
});

test('another installed copy is a finding, not a riddle', () => {
  jest.isolateModules(() => {
    const { Platform: Other } = jest.requireActual<typeof import('../../lib')>('../../lib');
    expect(findingsOf(shop({ platform: new Other() }))).toMatchObject([{ code: 'MS0009', path: 'shop' }]);
  });
});

test.each([
  ['1.26', 'MS3003'],
  ['latest', 'MS3003'],
  ['2.0', 'MS3003'],
])('Kubernetes %s is a finding', (version, code) => {
  expect(findingsOf(shopOn(version))).toMatchObject([{ code, path: 'shop', given: expect.stringContaining(version) }]);
});

test.each(['1.27', '1.36'])('Kubernetes %s is none', (version) => {
  expect(findingsOf(shopOn(version))).toEqual([]);
});

test('a version that is not known yet is a warning alone', () => {
  expect(findingsOf(shopOn('1.99'))).toEqual([expect.objectContaining({ code: 'MS0018', severity: 'warning' })]);
});

test.each([
  ['ingress', { ingress: [NetworkPeer.cidr('10.0.0.0')] }],
  ['scrapers', { scrapers: [NetworkPeer.cidr('10.0.0.0/40')] }],
  ['apiServer', { apiServer: [NetworkPeer.cidr('api.example')] }],
  ['apiServer', { apiServerPorts: [0] }],
])('an impossible address or port of %s is a finding', (fact, props) => {
  expect(findingsOf(shop({ platform: new Platform({ cluster: new ClusterFacts(props) }) }))).toMatchObject([
    { code: 'MS3005', given: expect.stringContaining(fact) },
  ]);
});

test('an entry of the image map that is no reference is a finding', () => {
  expect(findingsOf(shop({ platform: new Platform({ images: { cart: 'Not An Image' } }) }))).toMatchObject([
    { code: 'MS3006', given: expect.stringContaining('cart') },
  ]);
});

test('the version of the cluster is read', () => {
  expect(`${new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('v1.33.1') }).kubernetesVersion}`).toBe('1.33');
});
