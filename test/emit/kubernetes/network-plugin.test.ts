import { ApiObject, App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ClusterDns,
  ClusterFacts,
  ClusterFactsProps,
  ExternalService,
  KnativeServing,
  KubeProxyMode,
  Microservice,
  NetworkPeer,
  NetworkPlugin,
  Platform,
  Port,
  ServerlessFunction,
} from '../../../lib';
import { all, find, synthesize } from '../../support/manifests';
import { codesOf, rendered } from './program';

const PORTS = [Port.http(80, { targetPort: 8080 }), Port.http(9090, { name: 'metrics', servesMetrics: true })];
const stackOn = (cluster: ClusterFactsProps) =>
  new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ cluster: new ClusterFacts(cluster), functions: new KnativeServing() }),
  });
const cartOn = (cluster: ClusterFactsProps, networkPolicy = true) =>
  new Microservice(stackOn(cluster), 'cart', { image: 'acme/cart:1', ports: PORTS, security: { networkPolicy } });
const beside = (microservice: Microservice) =>
  microservice.node
    .findAll()
    .filter((object) => ApiObject.isApiObject(object) && object.kind === 'CiliumNetworkPolicy')
    .map((object) => (object as ApiObject).toJson().spec);
const selector = {
  matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' },
};
const tcp = (...ports: number[]) => [{ ports: ports.map((port) => ({ port: `${port}`, protocol: 'TCP' })) }];
const NODES = ['host', 'remote-node'];
const RANGE = [NetworkPeer.cidr('10.0.0.0/16')];
const CILIUM = NetworkPlugin.cilium();

describe('the Kubernetes API', () => {
  test('is an entity of Cilium, and no address is opened for it', () => {
    const cart = cartOn({ networkPlugin: CILIUM });
    expect(beside(cart)).toEqual([]);
    cart.callsKubernetesApi();
    cart.callsKubernetesApi();
    expect(beside(cart)).toEqual([
      { endpointSelector: selector, egress: [{ toEntities: ['kube-apiserver'], toPorts: tcp(443, 6443) }] },
    ]);
    expect(JSON.stringify(rendered('NetworkPolicy', cart.networkPolicy))).not.toContain('0.0.0.0/0');
    expect(codesOf(cart)).toEqual([]);
    expect(find(synthesize(cart.node.root as App), 'CiliumNetworkPolicy', 'cart').spec).toBeDefined();
  });

  test('keeps the addresses that are stated', () => {
    const cart = cartOn({ networkPlugin: CILIUM, apiServer: RANGE, apiServerPorts: [6443] });
    cart.callsKubernetesApi();
    expect(rendered('NetworkPolicy', cart.networkPolicy).spec.egress).toContainEqual({
      to: [{ ipBlock: { cidr: '10.0.0.0/16' } }],
      ports: [{ port: 6443, protocol: 'TCP' }],
    });
    expect(beside(cart)[0]!.egress).toEqual([{ toEntities: ['kube-apiserver'], toPorts: tcp(6443) }]);
  });

  test('needs nothing where the network policy is off, or the plugin is another', () => {
    for (const cart of [cartOn({ networkPlugin: CILIUM }, false), cartOn({})]) {
      cart.callsKubernetesApi();
      expect(beside(cart)).toEqual([]);
    }
  });
});

describe('nodes on Cilium', () => {
  const facts = { networkPlugin: CILIUM, scrapers: RANGE, ingress: RANGE };

  test('scrapers and load balancers that are named by ranges are let in as entities', () => {
    const cart = cartOn(facts);
    expect(beside(cart)).toEqual([
      { endpointSelector: selector, ingress: [{ fromEntities: NODES, toPorts: tcp(9090) }] },
    ]);
    cart.expose({ public: true, port: 80 });
    expect(beside(cart)[0]!.ingress).toEqual([{ fromEntities: NODES, toPorts: tcp(8080, 9090) }]);
  });

  test('the cache of names is asked on the node, or by its pods where Cilium redirects', () => {
    const cart = cartOn({ networkPlugin: CILIUM, dns: ClusterDns.nodeLocal() });
    const ports = [
      { port: '53', protocol: 'TCP' },
      { port: '53', protocol: 'UDP' },
    ];
    expect(beside(cart)).toEqual([
      { endpointSelector: selector, egress: [{ toEntities: NODES, toPorts: [{ ports }] }] },
    ]);
    expect(JSON.stringify(rendered('NetworkPolicy', cart.networkPolicy).spec.egress)).toContain('node-local-dns');
    expect(codesOf(cart)).toEqual([]);
  });

  test('functions ask names too', () => {
    const stack = stackOn({ networkPlugin: CILIUM, dns: ClusterDns.nodeLocal() });
    new ServerlessFunction(stack, 'mail', { image: 'acme/mail:1' });
    const written = synthesize(stack.node.root as App);
    expect(all(written, 'CiliumNetworkPolicy').map(({ metadata }) => metadata.name)).toEqual(['mail']);
  });

  test('are matched by ranges where Cilium is told so, and on other plugins', () => {
    for (const networkPlugin of [NetworkPlugin.cilium({ cidrMatchesNodes: true }), NetworkPlugin.standard()]) {
      const cart = cartOn({ ...facts, networkPlugin });
      cart.expose({ public: true, port: 80 });
      expect(beside(cart)).toEqual([]);
    }
  });
});

describe('NodeLocal DNSCache', () => {
  const found = (facts: ClusterFactsProps) => codesOf(stackOn(facts));

  test('answers on the address of the DNS Service too, where kube-proxy runs in iptables mode', () => {
    expect(found({ dns: ClusterDns.nodeLocal() })).toEqual(['MS3010']);
    const cart = cartOn({ dns: ClusterDns.nodeLocal('169.254.20.10', ['10.96.0.10', 'fd00::a']) });
    expect(codesOf(cart)).toEqual([]);
    const [rule] = rendered('NetworkPolicy', cart.networkPolicy).spec.egress;
    expect(rule!.to.flatMap(({ ipBlock }) => ipBlock?.cidr ?? [])).toEqual([
      '10.96.0.10/32',
      '169.254.20.10/32',
      'fd00::a/128',
    ]);
  });

  test('answers on its own address alone in IPVS mode', () => {
    expect(found({ dns: ClusterDns.nodeLocal(), kubeProxy: KubeProxyMode.IPVS })).toEqual([]);
  });
});

test.each([
  ['is the port that policies see', Port.http(80, { targetPort: 988 }), 988],
  ['is the one that callers name, where nothing else is stated', Port.http(80), 80],
])('the target port of an external service %s', (_, port, expected) => {
  const cart = cartOn({});
  const stack = cart.node.scope as ApplicationStack;
  const addresses = ['169.254.169.252/32'];
  cart.calls(new ExternalService(stack, 'metadata', { host: '169.254.169.254', addresses, ports: [port] }));
  expect(rendered('NetworkPolicy', cart.networkPolicy).spec.egress).toContainEqual({
    to: [{ ipBlock: { cidr: '169.254.169.252/32' } }],
    ports: [{ port: expected, protocol: 'TCP' }],
  });
  expect(codesOf(cart)).toEqual([]);
});
