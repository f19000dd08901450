import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ApplicationStackProps,
  CallOptions,
  ClusterFacts,
  ClusterFactsProps,
  ExposeOptions,
  ExternalService,
  ExternalServiceProps,
  ExternalTls,
  IstioIngressGateway,
  IstioIngressGatewayProps,
  IstioMesh,
  IstioMeshProps,
  IstioVersion,
  KubernetesVersion,
  MicroserviceProps,
  NetworkPeer,
  Platform,
  PodSecurityLevel,
  Port,
  Retries,
  SidecarMode,
} from '../../lib';
import { Case, cart, describeCode, findings, IMAGE, service } from './cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;

/** What a stack stands on. */
interface Surroundings extends Omit<ApplicationStackProps, 'platform'> {
  readonly mesh?: IstioMeshProps;
  readonly cluster?: ClusterFactsProps;
}

/** A stack named `mesh` on a platform with Istio and an ingress gateway. */
function meshed({ node }: ApplicationStack, { mesh, cluster, ...props }: Surroundings = {}): ApplicationStack {
  const platform = new Platform({
    mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway(), ...mesh }),
    cluster: new ClusterFacts(cluster),
  });
  return new ApplicationStack(node.root, 'mesh', { platform, ...props });
}

/** A case in which `mesh/cart` is wrong for what it stands on. */
function on(
  name: string,
  bad: Surroundings,
  good: Surroundings,
  props: Partial<MicroserviceProps>,
  expected: Expected,
): Case {
  const program = (surroundings: Surroundings) => (stack: ApplicationStack) => cart(meshed(stack, surroundings), props);
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

/** A case in which one statement of `mesh/cart` is wrong. */
function props(
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  expected: Expected,
): Case {
  const program = (stated: Partial<MicroserviceProps>) => (stack: ApplicationStack) => cart(meshed(stack), stated);
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

/** A case in which `mesh/cart`, which serves HTTP on 8080 and TCP on 9090, is exposed by a statement that is wrong. */
function exposed(name: string, bad: ExposeOptions, good: ExposeOptions, expected: Expected): Case {
  const program = (options: ExposeOptions) => (stack: ApplicationStack) =>
    cart(meshed(stack), { ports: [Port.http(8080), Port.tcp(9090)] }).expose({ public: true, port: 8080, ...options });
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

/** A case in which what is stated of Istio is impossible. */
function istio(name: string, bad: IstioMeshProps, good: IstioMeshProps, expected: Expected): Case {
  const program = (mesh: IstioMeshProps) => (stack: ApplicationStack) => meshed(stack, { mesh });
  return { name, bad: program(bad), good: program(good), path: 'mesh', ...expected };
}

function gateway(
  name: string,
  bad: IstioIngressGatewayProps,
  good: IstioIngressGatewayProps,
  expected: Expected,
): Case {
  return istio(
    name,
    { ingressGateway: new IstioIngressGateway(bad) },
    { ingressGateway: new IstioIngressGateway(good) },
    expected,
  );
}

/**
 * A case in which `cart` calls `stock` as a mesh alone could have it: without one it is wrong, with one it is right.
 */
function call(name: string, options: CallOptions, expected: Expected): Case {
  const program = (stack: ApplicationStack) =>
    cart(stack).calls(service(stack, 'stock', { lifecycle: { longestRequest: Duration.seconds(30) } }), options);
  return { name, bad: program, good: (stack) => program(meshed(stack)), ...expected };
}

const bank = (stack: ApplicationStack, stated: Partial<ExternalServiceProps> = {}, id = 'bank') =>
  new ExternalService(stack, id, {
    host: `${id}.example`,
    ports: [Port.tls(443)],
    addresses: ['203.0.113.0/24'],
    ...stated,
  });
const byProxy = { ports: [Port.http(80, { targetPort: 443 })], tls: ExternalTls.byProxy() };
const elsewhere = ({ node }: ApplicationStack) =>
  new ApplicationStack(node.root, 'far', { platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }) }) });

describeCode('MS2024', [
  {
    name: 'by two microservices',
    path: 'mesh/web',
    given: 'mesh/cart is exposed under it too',
    allowed: 'a host of its own',
    fix: 'another host',
    bad: (stack) => both(meshed(stack), 'shop.example.com', 'shop.example.com'),
    good: (stack) => both(meshed(stack), 'shop.example.com', 'web.example.com'),
  },
  {
    name: 'by two stacks, the second in the order of paths',
    path: 'shop/web',
    given: 'mesh/web is exposed under it too',
    fix: 'another host',
    bad: (stack) =>
      [stack, meshed(stack)].forEach((each) => service(each, 'web').expose({ host: 'shop.example.com', public: true })),
    good: (stack) => service(stack, 'web').expose({ host: 'shop.example.com', public: true }),
  },
  {
    name: 'for two ports',
    path: 'mesh/cart',
    given: 'cart exposes two ports under it',
    fix: 'another host',
    bad: (stack) => twoPorts(stack, 'shop.example.com', 'shop.example.com'),
    good: (stack) => twoPorts(stack, 'shop.example.com', 'api.example.com'),
  },
]);

function both(stack: ApplicationStack, ...hosts: string[]): void {
  ['cart', 'web'].map((id, at) => service(stack, id).expose({ host: hosts[at], public: true }));
}

function twoPorts(stack: ApplicationStack, ...hosts: string[]): void {
  const microservice = cart(meshed(stack), { ports: [Port.http(8080), Port.grpc(9090)] });
  [8080, 9090].map((port, at) => microservice.expose({ port, host: hosts[at], public: true }));
}

describeCode('MS4001', [
  {
    name: 'TLS towards an external service without a proxy',
    given: 'stated for bank: there is no proxy',
    allowed: 'IstioMesh',
    fix: 'leave it out',
    bad: (stack) => cart(stack).calls(bank(stack, byProxy)),
    good: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, byProxy))),
  },
  {
    name: 'a certificate without a gateway',
    given: 'stated for shop.example.com: there is no ingress gateway',
    allowed: 'IstioMesh',
    fix: 'leave it out',
    bad: (stack) => cart(stack).expose({ host: 'shop.example.com', tlsSecret: 'shop', public: true }),
    good: (stack) => cart(meshed(stack)).expose({ host: 'shop.example.com', tlsSecret: 'shop', public: true }),
  },
  {
    name: 'a callee of another cluster',
    path: 'mesh/cart',
    given: 'it runs in the cluster far, the caller in the cluster cluster',
    allowed: 'external services',
    fix: 'state an ExternalService',
    bad: (stack) => across(stack, meshed(stack)),
    good: (stack) => across(stack, stack),
  },
]);

function across(stack: ApplicationStack, callers: ApplicationStack): void {
  const callee = service(elsewhere(stack), 'stock');
  callee.expose({ host: 'stock.example.com', public: true });
  cart(callers).calls(callee);
}

describeCode('MS4002', [
  call(
    'a timeout',
    { timeout: Duration.seconds(1) },
    { given: 'timeouts (stock): nothing ends a request', fix: 'IstioMesh' },
  ),
  call(
    'retries',
    { idempotent: true, retries: Retries.upTo(1) },
    { given: 'retries (stock): nothing sends a failed request again', fix: 'acknowledge' },
  ),
  call(
    'methods',
    { operation: { methods: ['GET'] } },
    { given: 'authorization by method and path (stock)', fix: 'IstioMesh' },
  ),
  call(
    'paths',
    { operation: { paths: ['/items'] } },
    { given: 'authorization by method and path (stock)', fix: 'IstioMesh' },
  ),
  call(
    'several of them',
    { timeout: Duration.seconds(1), operation: { methods: ['GET'] } },
    { given: 'the caller has to; authorization by method and path (stock)', fix: 'have the applications do it' },
  ),
  {
    name: 'concurrency',
    given: 'bounds on concurrent requests (concurrency)',
    fix: 'IstioMesh',
    bad: (stack) => cart(stack, { lifecycle: { concurrency: 10 } }),
    good: (stack) => cart(meshed(stack), { lifecycle: { concurrency: 10 } }),
  },
  {
    name: 'concurrency of a stack',
    path: 'other/cart',
    given: '(concurrency): nothing bounds',
    fix: 'IstioMesh',
    bad: ({ node }) => cart(new ApplicationStack(node.root, 'other', { defaults: { lifecycle: { concurrency: 10 } } })),
    good: (stack) => cart(meshed(stack, { defaults: { lifecycle: { concurrency: 10 } } })),
  },
]);

test('MS4002: what follows from nothing that is stated is not reported', () => {
  expect(
    findings((stack) =>
      cart(stack).calls(service(stack, 'stock'), {
        idempotent: true,
        soft: true,
        callsPerRequest: 2,
        retries: Retries.none(),
        streaming: true,
      }),
    ),
  ).toEqual([]);
});

const init = (calls?: boolean) => ({
  pod: { initContainers: [{ name: 'migrate', image: IMAGE, ...(calls !== undefined && { calls }) }] },
});
const classic: Surroundings = { mesh: { sidecars: SidecarMode.CLASSIC } };

describeCode('MS4003', [
  on('a container that says so', classic, {}, init(true), {
    given: 'sidecars were classic; calls was true',
    allowed: 'native sidecars',
    fix: 'SidecarMode.NATIVE',
  }),
  {
    name: 'a container of a caller',
    path: 'mesh/cart',
    given: 'cart calls stock',
    fix: 'calls: false',
    bad: (stack) => [meshed(stack, classic)].forEach((mesh) => cart(mesh, init()).calls(service(mesh, 'stock'))),
    good: (stack) => [meshed(stack, classic)].forEach((mesh) => cart(mesh, init(false)).calls(service(mesh, 'stock'))),
  },
  {
    name: 'a container of a microservice that calls nobody does not',
    path: 'mesh/cart',
    given: 'calls was true',
    fix: 'calls: false',
    bad: (stack) => cart(meshed(stack, classic), init(true)),
    good: (stack) => cart(meshed(stack, classic), init()),
  },
]);

describeCode('MS4004', [
  props(
    "Envoy's",
    { ports: [Port.http(15001)] },
    { ports: [Port.http(15001, { targetPort: 8080 })] },
    { given: 'cart listens on it', allowed: '15000, 15001', fix: 'another targetPort' },
  ),
  props(
    "the agent's",
    { ports: [Port.http(80, { targetPort: 15020 })] },
    { ports: [Port.http(80, { targetPort: 15022 })] },
    { given: 'cart listens on it', fix: 'another targetPort' },
  ),
]);

describeCode('MS4005', [
  props(
    'of the microservice',
    { security: { runAsUser: 1337 } },
    { security: { runAsUser: 1338 } },
    { given: 'runAsUser was 1337', allowed: 'any other', fix: 'another user id' },
  ),
  on(
    'of the stack',
    { defaults: { security: { runAsUser: 1337 } } },
    { defaults: { security: { runAsUser: 1000 } } },
    {},
    { given: 'runAsUser was 1337', fix: 'another user id' },
  ),
  {
    name: 'without a mesh it is one as any other',
    path: 'mesh/cart',
    given: 'runAsUser was 1337',
    fix: 'another',
    bad: (stack) => cart(meshed(stack), { security: { runAsUser: 1337 } }),
    good: (stack) => cart(stack, { security: { runAsUser: 1337 } }),
  },
]);

describeCode('MS4006', [
  on(
    'restricted',
    { mesh: { cni: false } },
    {},
    {},
    {
      given: 'the Pod Security level was restricted, cni was false',
      allowed: 'the CNI plugin',
      fix: 'install the plugin',
    },
  ),
  on(
    'baseline',
    { mesh: { cni: false }, podSecurity: PodSecurityLevel.BASELINE },
    { mesh: { cni: false }, podSecurity: PodSecurityLevel.PRIVILEGED },
    {},
    { given: 'was baseline', allowed: 'the level privileged', fix: 'install the plugin' },
  ),
  on(
    'of a namespace whose level is known',
    { mesh: { cni: false } },
    { mesh: { cni: false }, existing: true },
    {},
    { given: 'was restricted', fix: 'install the plugin' },
  ),
]);

const scrapers = [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } })];

/** A case in which `web` calls port 8080 of `mesh/cart`, which scrapers read. */
function scraped(name: string, bad: Port[], good: Port[], expected: Expected): Case {
  const program = (ports: Port[]) => (stack: ApplicationStack) => {
    const mesh = meshed(stack, { cluster: { scrapers } });
    service(mesh, 'web').calls(cart(mesh, { ports }), { port: 8080 });
  };
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

describeCode('MS4007', [
  scraped(
    'a port that is called',
    [Port.http(8080, { servesMetrics: true })],
    [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    { given: 'port 8080 (http)', allowed: 'without callers', fix: 'a port of their own' },
  ),
  scraped(
    'another port of the Service, the same of the container',
    [Port.http(8080), Port.http(9090, { name: 'metrics', targetPort: 8080, servesMetrics: true })],
    [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    { given: 'port 9090 (http-metrics)', fix: 'a port of their own' },
  ),
  {
    name: 'a port that is exposed',
    path: 'mesh/cart',
    given: 'port 8080 (http)',
    fix: 'a port of their own',
    bad: (stack) =>
      cart(meshed(stack, { cluster: { scrapers } }), { ports: [Port.http(8080, { servesMetrics: true })] }).expose({
        host: 'shop.example.com',
        public: true,
      }),
    good: (stack) =>
      cart(meshed(stack, { cluster: { scrapers } }), { ports: [Port.http(8080, { servesMetrics: true })] }),
  },
  {
    name: 'nobody scrapes',
    path: 'mesh/cart',
    given: 'port 8080 (http)',
    fix: 'a port of their own',
    bad: (stack) => calledMetrics(meshed(stack, { cluster: { scrapers } })),
    good: (stack) => calledMetrics(meshed(stack)),
  },
]);

function calledMetrics(stack: ApplicationStack): void {
  service(stack, 'web').calls(cart(stack, { ports: [Port.http(8080, { servesMetrics: true })] }));
}

describeCode('MS4008', [
  {
    name: 'no gateway',
    path: 'mesh',
    given: 'no ingressGateway',
    allowed: 'new IstioIngressGateway()',
    fix: 'state where',
    bad: (stack) =>
      cart(meshed(stack, { mesh: { ingressGateway: undefined } })).expose({ host: 'shop.example.com', public: true }),
    good: (stack) => cart(meshed(stack)).expose({ host: 'shop.example.com', public: true }),
  },
  exposed(
    'no host',
    {},
    { host: 'shop.example.com' },
    { given: 'port 8080', allowed: 'with a host', fix: 'the host name that clients use' },
  ),
  exposed(
    'bytes',
    { port: 9090, host: 'shop.example.com' },
    { port: 8080, host: 'shop.example.com' },
    { given: 'port 9090 speaks tcp', allowed: 'HTTP and gRPC', fix: 'another port' },
  ),
]);

describeCode('MS4009', [
  ...['1.26', '2.0', 'latest', ''].map((version) =>
    istio(
      `the version '${version}'`,
      { version: IstioVersion.of(version) },
      { version: IstioVersion.of('v1.30.2') },
      { given: `'${version}'`, allowed: '1.27 and newer', fix: 'istioctl version' },
    ),
  ),
  istio(
    'the revision',
    { revision: 'Canary_1' },
    { revision: 'canary-1' },
    { given: "'Canary_1'", allowed: '63', fix: 'state the revision of Istio' },
  ),
  istio(
    'the root namespace',
    { rootNamespace: '' },
    { rootNamespace: 'istio' },
    { given: "''", allowed: '63', fix: 'state the root namespace of Istio' },
  ),
  gateway(
    'its namespace',
    { namespace: 'Ingress' },
    { namespace: 'ingress' },
    { given: "'Ingress'", fix: 'state the namespace of the ingress gateway' },
  ),
  gateway(
    'its service account',
    { serviceAccount: 'a b' },
    { serviceAccount: 'a-b' },
    { given: "'a b'", fix: 'state the service account of the ingress gateway' },
  ),
  gateway(
    'no labels',
    { labels: {} },
    { labels: { istio: 'ingress' } },
    { given: 'none', allowed: 'one at least', fix: 'state labels of the gateway' },
  ),
  gateway(
    'a label',
    { labels: { istio: 'a b' } },
    { labels: { istio: 'a' } },
    { given: 'istio=a b', fix: 'state labels of the gateway' },
  ),
  gateway(
    'a port',
    { httpPort: 0 },
    { httpPort: 8080 },
    { given: 'it was 0', allowed: '65535', fix: 'state the targetPort of the gateway' },
  ),
  gateway(
    'the other port',
    { httpsPort: 443.5 },
    { httpsPort: 8443 },
    { given: 'it was 443.5', fix: 'state the targetPort of the gateway' },
  ),
  on(
    'native sidecars on an old cluster',
    { cluster: { kubernetesVersion: KubernetesVersion.of('1.28') } },
    { cluster: { kubernetesVersion: KubernetesVersion.of('1.29') } },
    {},
    { path: 'mesh', given: 'the cluster has Kubernetes 1.28', allowed: 'Kubernetes 1.29', fix: 'SidecarMode.CLASSIC' },
  ),
  on(
    'on which classic ones run',
    { cluster: { kubernetesVersion: KubernetesVersion.of('1.28') } },
    { cluster: { kubernetesVersion: KubernetesVersion.of('1.28') }, ...classic },
    {},
    { path: 'mesh', given: '1.28', fix: 'SidecarMode.CLASSIC' },
  ),
]);

/** A case in which `mesh/cart` calls two external services, `bank` and `mint`. */
function two(
  name: string,
  bad: Partial<ExternalServiceProps>[],
  good: Partial<ExternalServiceProps>[],
  expected: Expected,
): Case {
  const program = (stated: Partial<ExternalServiceProps>[]) => (stack: ApplicationStack) => {
    const mesh = meshed(stack);
    const caller = cart(mesh);
    ['bank', 'mint'].forEach((id, at) => caller.calls(bank(mesh, stated[at], id)));
  };
  return { name, bad: program(bad), good: program(good), path: 'mesh/cart', ...expected };
}

const bytes = { ports: [Port.tcp(5432)], addresses: [] };

describeCode('MS4010', [
  two(
    'bytes on one port',
    [bytes, bytes],
    [
      { ...bytes, addresses: ['203.0.113.1/32'] },
      { ...bytes, addresses: ['203.0.113.2/32'] },
    ],
    { given: 'both are called by TCP on port 5432', allowed: 'with addresses', fix: 'state the addresses of bank' },
  ),
  two('which the other fixes too', [bytes, bytes], [bytes, { ...bytes, ports: [Port.tcp(5433)] }], {
    given: 'port 5432',
    fix: 'state the addresses of mint',
  }),
  two(
    'and TLS with a host name',
    [bytes, bytes],
    [
      { ...bytes, ports: [Port.tls(443)] },
      { ...bytes, ports: [Port.tls(443)] },
    ],
    { given: 'port 5432', fix: 'state the addresses' },
  ),
]);

describeCode('MS4011', [
  {
    name: 'outside of a stack',
    path: 'mesh/cart',
    given: 'its host is bank.example',
    allowed: 'external services of a stack',
    fix: 'pass a stack',
    bad: (stack) => cart(meshed(stack)).calls(bank(stack.node.root as ApplicationStack)),
    good: (stack) => cart(meshed(stack)).calls(bank(stack)),
  },
  {
    name: 'by datagrams',
    path: 'mesh/cart',
    given: 'its host is bank.example',
    allowed: 'protocols over TCP',
    fix: 'call it over TCP',
    bad: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, { ports: [Port.udp(53)] }))),
    good: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, { ports: [Port.tcp(5353)] }))),
  },
  {
    name: 'on the port of name servers',
    path: 'mesh/cart',
    given: 'leaves that port to name servers',
    allowed: 'any other port',
    fix: 'serve another port on the Service of stock',
    bad: (stack) =>
      [meshed(stack)].forEach((mesh) => cart(mesh).calls(service(mesh, 'stock', { ports: [Port.tcp(53)] }))),
    good: (stack) =>
      [meshed(stack)].forEach((mesh) => cart(mesh).calls(service(mesh, 'stock', { ports: [Port.tcp(5353)] }))),
  },
  {
    name: 'under an id that no object can have',
    path: 'mesh/cart',
    given: "its id was 'Bank_1'",
    allowed: 'lower-case letters',
    fix: 'choose such an id',
    bad: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, { host: 'bank.example' }, 'Bank_1'))),
    good: (stack) =>
      [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, { host: 'bank.example' }, 'bank-1'))),
  },
  {
    name: 'of one host with another',
    path: 'mesh/mint',
    given: 'mesh/bank states it too',
    allowed: 'one external service for each host',
    fix: 'pass the same construct',
    bad: (stack) => bothCalled(meshed(stack), 'bank.example'),
    good: (stack) => bothCalled(meshed(stack), 'mint.example'),
  },
]);

describeCode('MS4012', [
  {
    name: 'a caller without a proxy',
    path: 'shop/cart',
    given: 'cart runs with NoMesh, stock with IstioMesh',
    allowed: 'one mesh',
    fix: 'give both stacks platforms with the same mesh',
    bad: (stack) => cart(stack).calls(service(meshed(stack), 'stock')),
    good: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(service(mesh, 'stock'))),
  },
]);

describeCode('MS4013', [
  props(
    'a label that keeps the proxy out',
    { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } },
    { metadata: { labels: { 'sidecar.istio.io/inject': 'true' } } },
    { given: 'sidecar.istio.io/inject was false', fix: 'leave it out' },
  ),
  props(
    'ports that go past the proxy',
    { metadata: { podAnnotations: { 'traffic.sidecar.istio.io/excludeOutboundPorts': '6379' } } },
    { metadata: { podAnnotations: { note: '6379' } } },
    { given: 'excludeOutboundPorts was 6379', fix: 'leave it out' },
  ),
  props(
    'a container with the name of the proxy',
    { pod: { containers: [{ name: 'istio-proxy', image: IMAGE }] } },
    { pod: { containers: [{ name: 'proxy', image: IMAGE }] } },
    { given: 'the name of a container was istio-proxy', fix: 'leave it out' },
  ),
]);

describeCode('MS2025', [
  {
    name: 'a timeout of bytes',
    path: 'shop/cart',
    given: 'it speaks tcp',
    allowed: 'on ports that speak HTTP or gRPC',
    fix: 'leave them out',
    bad: (stack) =>
      cart(stack).calls(service(stack, 'stock', { ports: [Port.tcp(5432)] }), { timeout: Duration.seconds(1) }),
    good: (stack) => cart(stack).calls(service(stack, 'stock', { ports: [Port.tcp(5432)] })),
  },
  {
    name: 'retries of TLS',
    path: 'shop/cart',
    given: 'it speaks tls',
    fix: 'state the protocol of the port',
    bad: (stack) =>
      cart(stack).calls(service(stack, 'stock', { ports: [Port.tls(443)] }), {
        idempotent: true,
        retries: Retries.upTo(1),
      }),
    good: (stack) =>
      cart(stack).calls(service(stack, 'stock', { ports: [Port.tls(443)] }), { retries: Retries.none() }),
  },
]);

describeCode('MS2026', [
  {
    name: 'TLS around TLS',
    path: 'mesh/bank',
    given: 'port 443 speaks TLS already',
    allowed: 'ports of plain text',
    fix: 'Port.http(80, { targetPort: 443 })',
    bad: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, { tls: ExternalTls.byProxy() }))),
    good: (stack) => [meshed(stack)].forEach((mesh) => cart(mesh).calls(bank(mesh, byProxy))),
  },
]);

/** `cart` calls two external services, the second one at a host. */
function bothCalled(stack: ApplicationStack, host: string): void {
  const caller = cart(stack);
  caller.calls(bank(stack));
  caller.calls(bank(stack, { host, ports: [Port.tls(8443)] }, 'mint'));
}
