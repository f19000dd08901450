import { connects, End, networkOf, openings } from './network';
import type { ManifestObject } from './manifests';

const deployment = (name: string, namespace = 'shop'): ManifestObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: { template: { metadata: { labels: { app: name } } } },
});
const policy = (namespace: string, spec: object): ManifestObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'p', namespace },
  spec,
});
const selected = (app: string) => ({ podSelector: { matchLabels: { app } } });
const deny = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };

const open = (
  policies: readonly ManifestObject[],
  from: string | End,
  to: string | End,
  port = 80,
  protocol = 'TCP',
) => {
  const network = networkOf([deployment('web'), deployment('cart'), deployment('cart', 'depot'), ...policies]);
  const end = (of: string | End) => (typeof of === 'string' ? network.pods.get(of)! : of);
  expect(connects(network, end(from), end(to), port, protocol)).toBe(
    Object.values(openings(network, end(from), end(to), port, protocol)).every(Boolean),
  );
  return openings(network, end(from), end(to), port, protocol);
};

test('without a policy everything is open, in a namespace that denies all nothing is', () => {
  expect(open([], 'shop/web', 'shop/cart')).toEqual({ egress: true, ingress: true });
  expect(open([policy('shop', deny)], 'shop/web', 'shop/cart')).toEqual({ egress: false, ingress: false });
  expect(open([policy('shop', deny)], 'shop/web', 'depot/cart')).toEqual({ egress: false, ingress: true });
});

test('policies add up, for pods of their own namespace unless they name another', () => {
  const rule = (peer: object) => [
    policy('shop', deny),
    policy('shop', {
      ...selected('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ ...selected('cart'), ...peer }], ports: [{ port: 80, protocol: 'TCP' }] }],
    }),
  ];
  const depot = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'depot' } } };
  expect([open(rule({}), 'shop/web', 'shop/cart').egress, open(rule({}), 'shop/web', 'depot/cart').egress]).toEqual([
    true,
    false,
  ]);
  expect([
    open(rule(depot), 'shop/web', 'shop/cart').egress,
    open(rule(depot), 'shop/web', 'depot/cart').egress,
  ]).toEqual([false, true]);
  expect([
    open(rule({}), 'shop/web', 'shop/cart', 81).egress,
    open(rule({}), 'shop/web', 'shop/cart', 80, 'UDP').egress,
  ]).toEqual([false, false]);
});

test.each<[string, boolean]>([
  ['198.51.100.7', true],
  ['10.1.2.3', false],
  ['fd00::1', false],
])('ranges of addresses but for exceptions: %s %p', (address, expected) => {
  const ranges = [
    policy('shop', { ...deny, egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }] }),
  ];
  expect(open(ranges, 'shop/web', { address }).egress).toBe(expected);
});

test('no range of IPv6 holds an address of IPv4', () => {
  const everywhere = [policy('shop', { ...deny, egress: [{ to: [{ ipBlock: { cidr: '::/0' } }] }] })];
  expect([
    open(everywhere, 'shop/web', 'shop/cart').egress,
    open(everywhere, 'shop/web', { address: 'fd00::1' }).egress,
  ]).toEqual([false, true]);
});

test('a selector that is not understood is no silent answer', () => {
  expect(() =>
    open([policy('shop', { ...deny, podSelector: { matchExpressions: [] } })], 'shop/web', 'shop/cart'),
  ).toThrow('not understood');
});
