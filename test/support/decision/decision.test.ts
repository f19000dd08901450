import type { ManifestObject } from '../manifests';
import { OUTSIDE_THE_MESH } from './decision';
import { deployment, mesh, meshObject, namespace, service } from './fixtures';

const policy = (name: string, spec: object, of = 'shop'): ManifestObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: of },
  spec,
});
const pods = (app: string) => ({ podSelector: { matchLabels: { app } } });
const deny = policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const OPEN = {
  egressNetworkPolicy: true,
  ingressNetworkPolicy: true,
  egressScope: true,
  routed: true,
  mutualTls: true,
  authorization: true,
  allowed: true,
};

test('without anything said, everything is allowed', () => {
  expect(mesh().decide('cl', 'cart', 80)).toEqual(OPEN);
  expect(mesh().decide(OUTSIDE_THE_MESH, 'cart.shop', 80)).toEqual(OPEN);
  expect(mesh().decide('cl', 'www.example.com', 443)).toEqual(OPEN);
});

test('network policies see the port of the pod, and both ends', () => {
  const edge = (port: number) => [
    deny,
    policy('cl', {
      ...pods('cl'),
      policyTypes: ['Egress'],
      egress: [{ to: [pods('cart')], ports: [{ port, protocol: 'TCP' }] }],
    }),
  ];
  expect(mesh(edge(8080)).decide('cl', 'cart', 80)).toEqual({ ...OPEN, ingressNetworkPolicy: false, allowed: false });
  expect(mesh(edge(80)).decide('cl', 'cart', 80)).toEqual({
    ...OPEN,
    egressNetworkPolicy: false,
    ingressNetworkPolicy: false,
    allowed: false,
  });
  expect(mesh([deny]).decide(OUTSIDE_THE_MESH, 'cart.shop', 80)).toEqual({
    ...OPEN,
    ingressNetworkPolicy: false,
    allowed: false,
  });
});

test('external hosts are at the addresses of their ServiceEntry, on its target port', () => {
  const entry = meshObject('ServiceEntry', 'pay', {
    hosts: ['pay.example'],
    ports: [{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }],
    resolution: 'STATIC',
    endpoints: [{ address: '203.0.113.9' }],
  });
  const to = (cidr: string, port: number) => [
    entry,
    deny,
    policy('cl', {
      ...pods('cl'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr } }], ports: [{ port, protocol: 'TCP' }] }],
    }),
  ];
  expect(
    [to('203.0.113.0/24', 443), to('198.51.100.0/24', 443), to('203.0.113.0/24', 80)].map(
      (objects) => mesh(objects).decide('cl', 'pay.example', 80).egressNetworkPolicy,
    ),
  ).toEqual([true, false, false]);
});

test('the address that a ServiceEntry has in the mesh is not where the proxy connects to', () => {
  const entry = (resolution: string) =>
    meshObject('ServiceEntry', 'pay', {
      hosts: ['pay.example'],
      addresses: ['203.0.113.9'],
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
      resolution,
    });
  const open = policy('cl', {
    ...pods('cl'),
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }],
  });
  expect(
    ['NONE', 'DNS'].map(
      (resolution) => mesh([deny, open, entry(resolution)]).decide('cl', 'pay.example', 443).egressNetworkPolicy,
    ),
  ).toEqual([true, false]);
});

test('a workload is called by the Service of its name, or by the only one', () => {
  const { simulator } = mesh([
    deployment('db'),
    service('db'),
    {
      ...service('db-headless'),
      spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 80, name: 'http' }] },
    },
    deployment('lone'),
  ]);
  const call = (to: string, port: number) =>
    simulator.decide({ from: simulator.workload('cl'), to: simulator.workload(to), port }).allowed;
  expect(call('db', 80)).toBe(true);
  expect(() => call('lone', 80)).toThrow('no Service has port 80 of Deployment shop/lone');
  expect(() => call('db', 81)).toThrow('no Service has port 81');
});

test('an external service at an address is called by the address', () => {
  const entry = meshObject('ServiceEntry', 'pay', {
    hosts: ['pay.external'],
    addresses: ['203.0.113.9/32'],
    ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
    resolution: 'STATIC',
    endpoints: [{ address: '203.0.113.9' }],
    exportTo: ['.'],
  });
  const { decide } = mesh([entry], { outboundTrafficPolicy: 'REGISTRY_ONLY' });
  expect(
    [decide('cl', '203.0.113.9', 443), decide('cl', '203.0.113.8', 443), decide('cl3', '203.0.113.9', 443)].map(
      ({ egressScope }) => egressScope,
    ),
  ).toEqual([true, false, false]);
  const range = { ...entry, spec: { ...(entry['spec'] as object), addresses: ['203.0.113.0/24'] } };
  expect(() => mesh([range]).decide('cl', '203.0.113.9', 443)).toThrow(
    'not modelled: a call of the address 203.0.113.9',
  );
});

test('TLS towards an external host is begun by file, not by a Secret', () => {
  const entry = meshObject('ServiceEntry', 'pay', {
    hosts: ['pay.example'],
    ports: [{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }],
    resolution: 'DNS',
  });
  const decide = (tls: object) =>
    mesh([entry, meshObject('DestinationRule', 'pay', { host: 'pay.example', trafficPolicy: { tls } })]).decide(
      'cl',
      'pay.example',
      80,
    );
  expect(
    decide({ mode: 'SIMPLE', sni: 'pay.example', subjectAltNames: ['pay.example'], caCertificates: '/etc/ca.pem' }),
  ).toEqual(OPEN);
  expect(() => decide({ mode: 'SIMPLE', credentialName: 'pay' })).toThrow(
    'not modelled: credentialName of TLS of DestinationRule shop/pay',
  );
  expect(() => decide({ mode: 'ISTIO_MUTUAL' })).toThrow('not modelled: TLS ISTIO_MUTUAL');
  // A port's entry takes the place of the rest.
  const ofPort = { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE', credentialName: 'pay' } }] };
  const rule = meshObject('DestinationRule', 'pay', { host: 'pay.example', trafficPolicy: ofPort });
  expect(() => mesh([entry, rule]).decide('cl', 'pay.example', 80)).toThrow('not modelled: credentialName');
});

describe("ports that are kept from the caller's proxy", () => {
  const excluding = (ports: string) => ({
    ...deployment('dig'),
    spec: {
      template: {
        metadata: { labels: { app: 'dig' }, annotations: { 'traffic.sidecar.istio.io/excludeOutboundPorts': ports } },
      },
    },
  });
  const objects = (ports: string) => [
    excluding(ports),
    meshObject('Sidecar', 'dig', {
      workloadSelector: { labels: { app: 'dig' } },
      egress: [{ hosts: ['~/*'] }],
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    }),
  ];
  const strict = meshObject('PeerAuthentication', 'default', { mtls: { mode: 'STRICT' } });
  const identified = meshObject('AuthorizationPolicy', 'identified', {
    rules: [{ from: [{ source: { namespaces: ['*'] } }] }],
  });

  test('are called in plain text, out of any scope', () => {
    expect(mesh(objects('53,80')).decide('dig', 'cart', 80)).toEqual(OPEN);
    expect(mesh([...objects('80'), strict, identified]).decide('dig', 'cart', 80)).toEqual({
      ...OPEN,
      mutualTls: false,
      authorization: false,
      allowed: false,
    });
    expect(mesh(objects('80')).routeOf('dig', 'cart', 80)).toBeUndefined();
  });

  test('are those of the Service, and no others', () => {
    expect(
      [objects('53,8080'), objects('')].map((stated) => mesh(stated).decide('dig', 'cart', 80).egressScope),
    ).toEqual([false, false]);
  });

  test('are numbers', () => {
    expect(() => mesh(objects('*')).decide('dig', 'cart', 80)).toThrow(
      'not modelled: traffic.sidecar.istio.io/excludeOutboundPorts: * of Deployment shop/dig',
    );
  });
});

test.each<[string, ManifestObject[], string]>([
  ['an EnvoyFilter', [meshObject('EnvoyFilter', 'x', {})], 'not modelled: EnvoyFilter'],
  [
    'an older version',
    [{ ...meshObject('Sidecar', 'x', {}), apiVersion: 'networking.istio.io/v1beta1' }],
    'not modelled: Sidecar of networking.istio.io/v1beta1',
  ],
  [
    'a route of the Gateway API for a Service',
    [
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'x', namespace: 'shop' },
        spec: { parentRefs: [{ kind: 'Service', name: 'cart' }] },
      },
    ],
    'not modelled: HTTPRoute of a Service',
  ],
  [
    'a policy of Cilium',
    [{ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'x', namespace: 'shop' } }],
    'not modelled: CiliumNetworkPolicy',
  ],
  [
    'a port by name in a network policy',
    [policy('x', { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 'web' }] }] })],
    'not modelled: a port of NetworkPolicy shop/x',
  ],
  [
    'a namespace by another label',
    [
      policy('x', {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'x' } } }] }],
      }),
    ],
    'not modelled: a namespace of NetworkPolicy shop/x',
  ],
  [
    'a Service that is a name elsewhere',
    [service('x', 'shop', { type: 'ExternalName' })],
    'not modelled: ExternalName of Service shop/x',
  ],
  [
    'a Service without a selector',
    [service('cart-2', 'shop', { selector: undefined })],
    'not modelled: Service shop/cart-2 without a selector',
  ],
  ['a Service without pods', [service('cart-2')], 'no workload is behind Service shop/cart-2'],
  [
    'workloads of a ServiceEntry',
    [meshObject('ServiceEntry', 'x', { hosts: ['x.example'], location: 'MESH_INTERNAL' })],
    'not modelled: workloads of ServiceEntry shop/x',
  ],
  ['a workload twice', [deployment('cart')], 'Deployment shop/cart is there twice'],
  ['a Service twice', [service('cart')], 'Service shop/cart is there twice'],
  [
    'ambient mode',
    [
      namespace('depot', { 'istio.io/dataplane-mode': 'ambient' }),
      deployment('cart-2', 'depot'),
      service('cart-2', 'depot'),
    ],
    'not modelled: the ambient mode of Deployment depot/cart-2',
  ],
  [
    'ports that are kept from the proxy',
    [
      {
        ...deployment('cart-2'),
        spec: {
          template: {
            metadata: {
              labels: { app: 'cart-2' },
              annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '80' },
            },
          },
        },
      },
      service('cart-2', 'shop', { ports: [{ port: 80 }] }),
    ],
    'not modelled: traffic.sidecar.istio.io/excludeInboundPorts of Deployment shop/cart-2',
  ],
  [
    'a port that a Service does not have',
    [deployment('cart-2'), service('cart-2', 'shop', { ports: [{ port: 53, protocol: 'UDP' }] })],
    'Service shop/cart-2 has no TCP port 80',
  ],
])('%s is no silent answer', (_, objects, message) => {
  const host = objects.some(({ metadata: { name } }) => name === 'cart-2')
    ? `cart-2.${objects.at(-1)!.metadata.namespace}`
    : 'cart';
  expect(() => mesh(objects).decide('cl', host, 80)).toThrow(message);
});

test('kinds that decide nothing here are left alone', () => {
  const telemetry = {
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
    metadata: { name: 'x', namespace: 'shop' },
  };
  expect(mesh([telemetry, meshObject('Gateway', 'edge', {})]).decide('cl', 'cart', 80)).toEqual(OPEN);
});
