import { isDeepStrictEqual } from 'node:util';
import { ClusterDns, ClusterFacts, ClusterFactsProps, NetworkPeer, Port } from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import { cart as made, codesOf, rendered, shop } from './program';
import { ENDPOINT } from '../../../lib/api/caller-and-callee';

const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'TCP' },
    { port: 53, protocol: 'UDP' },
  ],
};

const tcp = (port: number) => ({ port, protocol: 'TCP' });
const on = (cluster: ClusterFactsProps, ...ports: Port[]) =>
  made({ ports }, shop({ platform: new Platform({ cluster: new ClusterFacts(cluster) }) }));
const policyOf = (microservice: ReturnType<typeof made>) => rendered('NetworkPolicy', microservice.networkPolicy).spec;
const ingressOf = (microservice: ReturnType<typeof made>) => policyOf(microservice).ingress ?? [];
/** What may be reached beside name resolution. */
const egressOf = (microservice: ReturnType<typeof made>) =>
  policyOf(microservice).egress.filter((rule) => !isDeepStrictEqual(rule, DNS));
const dnsOf = (dns: ClusterDns) => policyOf(on({ dns })).egress;

test('without calls nobody is let in, and only names are resolved', () => {
  expect(policyOf(on({}, Port.grpc(7070)))).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [DNS],
  });
});

describe('the cluster', () => {
  test('DNS of OpenShift, by its pods and their port', () => {
    expect(dnsOf(ClusterDns.openShift())).toEqual([
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } },
            podSelector: { matchLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } },
          },
        ],
        ports: [
          { port: 5353, protocol: 'TCP' },
          { port: 5353, protocol: 'UDP' },
        ],
      },
    ]);
  });

  test('NodeLocal DNS, by its address beside CoreDNS', () => {
    const [rule] = dnsOf(ClusterDns.nodeLocal());
    expect(rule!.to).toEqual([{ ipBlock: { cidr: '169.254.20.10/32' } }, ...DNS.to]);
    expect(rule!.ports).toEqual(DNS.ports);
  });

  test('resolvers elsewhere', () => {
    expect(dnsOf(ClusterDns.custom([NetworkPeer.cidr('10.0.0.53/32')], 5300))).toEqual([
      {
        to: [{ ipBlock: { cidr: '10.0.0.53/32' } }],
        ports: [
          { port: 5300, protocol: 'TCP' },
          { port: 5300, protocol: 'UDP' },
        ],
      },
    ]);
  });

  test('scrapers are let in where metrics are served, and nowhere else', () => {
    const scrapers = [
      NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } }),
      NetworkPeer.pods({ namespace: 'agents' }),
    ];
    const cart = on({ scrapers }, Port.grpc(7070), Port.http(9090, { name: 'metrics', servesMetrics: true }));
    expect(ingressOf(cart)).toEqual([
      {
        from: [
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'agents' } } },
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
            podSelector: { matchLabels: { app: 'prometheus' } },
          },
        ],
        ports: [tcp(9090)],
      },
    ]);
    expect(ingressOf(on({ scrapers }, Port.grpc(7070)))).toEqual([]);
    expect(ingressOf(on({}, Port.http(9090, { servesMetrics: true })))).toEqual([]);
  });

  test('the API server is reached where it is called, at its own address', () => {
    const cart = on({ apiServer: [NetworkPeer.cidr('10.96.0.1/32')], apiServerPorts: [6443] });
    expect(egressOf(cart)).toEqual([]);
    cart.callsKubernetesApi();
    expect(egressOf(cart)).toEqual([{ to: [{ ipBlock: { cidr: '10.96.0.1/32' } }], ports: [tcp(6443)] }]);
    expect(codesOf(cart)).toEqual([]);
  });

  test('an API server of which nothing is known opens its ports everywhere, and a finding says so', () => {
    const cart = on({});
    cart.callsKubernetesApi();
    expect(egressOf(cart)).toEqual([
      { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }], ports: [tcp(443), tcp(6443)] },
    ]);
    expect(codesOf(cart)).toEqual(['MS2015']);
  });
});

describe('an activator', () => {
  const pods = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'holding' } },
    podSelector: { matchLabels: { app: 'holder' } },
  };
  const activator = {
    pods: NetworkPeer.pods({ namespace: 'holding', labels: { app: 'holder' } }),
    targetPort: 8443,
    service: { name: 'holder', namespace: 'holding', port: 80 },
    serviceAccount: 'holder',
  };

  test('is what callers reach, at the port of its pods; connections without requests reach the callee', () => {
    const cart = made();
    const workload = { namespace: 'depot', serviceAccount: 'stock', exposures: [], activator };
    cart.calls(
      {
        name: 'stock',
        [ENDPOINT]: {
          id: '/depot/stock',
          name: 'stock',
          ports: [Port.http(80, { targetPort: 8080 }), Port.tcp(5432)],
          statedElsewhere: true,
          workload,
        },
      },
      { port: 80 },
    );
    expect(egressOf(cart)).toEqual([{ to: [pods], ports: [tcp(8443)] }]);
    cart.calls(
      {
        name: 'stock',
        [ENDPOINT]: {
          id: '/depot/stock',
          name: 'stock',
          ports: [Port.http(80, { targetPort: 8080 }), Port.tcp(5432)],
          statedElsewhere: true,
          workload,
        },
      },
      { port: 5432 },
    );
    expect(egressOf(cart)).toEqual([
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'depot' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'stock', 'app.kubernetes.io/instance': 'stock' } },
          },
        ],
        ports: [tcp(5432)],
      },
      { to: [pods], ports: [tcp(8443)] },
    ]);
  });
});
