import { Duration } from 'cdk8s';
import {
  CertificateIssuer,
  GatewayApi,
  type GatewayApiProps,
  GatewayApiVersion,
  GatewayClass,
  NoMesh,
  Port,
} from '../../../lib';
import { all, find } from '../../support/manifests';
import { exposing, object, type Stated } from './program';

const HOST = 'shop.example.com';
const SHARED = { name: 'public', namespace: 'ingress', httpListener: 'http', httpsListener: 'https' };
const at = (sectionName: string, name = 'public', namespace = 'ingress') => [{ name, namespace, sectionName }];
const shared = (props: GatewayApiProps = {}) => new GatewayApi({ gateway: SHARED, ...props });
const newest = GatewayApiVersion.of('1.7');

const routeOf = (exposures: readonly Stated[], wayIn = shared()) =>
  object(exposing(wayIn, exposures), 'HTTPRoute', `web-external.${HOST}`).spec;

test('a route leads from the HTTPS listener of the platform to the Service, with the longest request', () => {
  const manifests = exposing(shared(), [{ host: HOST }], { lifecycle: { longestRequest: Duration.seconds(7) } });
  expect(object(manifests, 'HTTPRoute', `web-external.${HOST}`).spec).toEqual({
    parentRefs: at('https'),
    hostnames: [HOST],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }], timeouts: { request: '7s' } }],
  });
  expect(object(manifests, 'HTTPRoute', `web-external.${HOST}.redirect`).spec).toEqual({
    parentRefs: at('http'),
    hostnames: [HOST],
    rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  });
  expect(manifests.filter(({ kind }) => ['Gateway', 'VirtualService'].includes(kind))).toEqual([]);
});

test('without a redirect, both listeners serve', () => {
  const manifests = exposing(shared(), [{ host: HOST, httpsRedirect: false }]);
  expect(object(manifests, 'HTTPRoute', `web-external.${HOST}`).spec.parentRefs).toEqual([
    ...at('http'),
    ...at('https'),
  ]);
  expect(manifests.filter(({ metadata }) => metadata.name.endsWith('.redirect'))).toEqual([]);
});

test('paths, methods, headers, streams and retries are those of the rules', () => {
  const spec = routeOf(
    [
      { host: HOST, operation: { methods: ['GET', 'POST'], paths: ['/api/*', '/'] } },
      { host: HOST, operation: { paths: ['/events'] }, streaming: true, headers: { set: { 'x-edge': '1' } } },
    ],
    shared({ version: newest }),
  );
  const path = (type: string, value: string) => ({ type, value });
  expect(spec.rules).toEqual([
    {
      matches: [
        { path: path('Exact', '/'), method: 'GET' },
        { path: path('Exact', '/'), method: 'POST' },
        { path: path('PathPrefix', '/api'), method: 'GET' },
        { path: path('PathPrefix', '/api'), method: 'POST' },
      ],
      backendRefs: [{ name: 'web', port: 80 }],
      timeouts: { request: '30s' },
      retry: { attempts: 0 },
    },
    {
      matches: [{ path: path('Exact', '/events') }],
      filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-edge', value: '1' }] } }],
      backendRefs: [{ name: 'web', port: 80 }],
      timeouts: { request: '0s' },
      retry: { attempts: 0 },
    },
  ]);
});

test('every further host has a route, and * has one without hosts', () => {
  const manifests = exposing(shared(), [{ host: HOST, hosts: ['www.example.com'] }, { host: '*' }]);
  const hosts = manifests
    .filter(({ kind, metadata }) => kind === 'HTTPRoute' && !metadata.name.endsWith('.redirect'))
    .map((each: any) => each.spec.hostnames);
  expect(hosts).toEqual(expect.arrayContaining([[HOST], ['www.example.com'], undefined]));
  expect(hosts).toHaveLength(3);
});

test('gRPC has a route by service and method', () => {
  const manifests = exposing(
    shared(),
    [{ host: 'grpc.example.com', operation: { paths: ['/shop.Cart'], methods: ['Get'] } }],
    { ports: [Port.grpc(7070)] },
  );
  expect(object(manifests, 'GRPCRoute', 'web-external.grpc.example.com').spec).toEqual({
    parentRefs: at('https'),
    hostnames: ['grpc.example.com'],
    rules: [
      {
        matches: [{ method: { type: 'Exact', service: 'shop.Cart', method: 'Get' } }],
        backendRefs: [{ name: 'web', port: 7070 }],
      },
    ],
  });
});

test('a Gateway has a listener for each certificate, and may use the Secrets of another namespace', () => {
  const manifests = exposing(
    new GatewayApi({ certificateNamespace: 'certificates', issuer: CertificateIssuer.cluster('letsencrypt') }),
    [{ host: HOST, tlsSecret: 'shop-tls' }],
  );
  const allowedRoutes = {
    namespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
  };
  const gateway = object(manifests, 'Gateway', 'shop-web');
  expect(gateway.metadata).toMatchObject({
    namespace: 'gateways',
    annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
  });
  expect(gateway.spec).toEqual({
    gatewayClassName: 'istio',
    listeners: [
      { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes },
      {
        name: `https-${HOST}`,
        port: 443,
        protocol: 'HTTPS',
        hostname: HOST,
        tls: { mode: 'Terminate', certificateRefs: [{ name: 'shop-tls', namespace: 'certificates' }] },
        allowedRoutes,
      },
    ],
  });
  const grant = object(manifests, 'ReferenceGrant', 'shop.web-external');
  expect(grant.metadata.namespace).toBe('certificates');
  expect(grant.spec).toEqual({
    from: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'gateways' }],
    to: [{ group: '', kind: 'Secret', name: 'shop-tls' }],
  });
  expect(object(manifests, 'HTTPRoute', `web-external.${HOST}`).spec.parentRefs).toEqual(
    at(`https-${HOST}`, 'shop-web', 'gateways'),
  );
});

test("connections have routes: TLS by its host, TCP and UDP by the platform's listener", () => {
  const gateway = { ...SHARED, tlsListener: 'tls', listeners: { '5432': 'sql', '53': 'dns' } };
  const manifests = exposing(
    shared({ gateway, version: newest }),
    [{ port: 8443, host: HOST }, { port: 5432 }, { port: 53 }],
    { ports: [Port.tls(8443), Port.tcp(5432), Port.udp(53)] },
    new NoMesh(),
  );
  const backend = (port: number) => [{ backendRefs: [{ name: 'web', port }] }];
  expect(object(manifests, 'TLSRoute', `web-external.8443.${HOST}`).spec).toEqual({
    parentRefs: at('tls'),
    hostnames: [HOST],
    rules: backend(8443),
  });
  expect(object(manifests, 'TCPRoute', 'web-external.5432').spec).toEqual({
    parentRefs: at('sql'),
    rules: backend(5432),
  });
  expect(object(manifests, 'UDPRoute', 'web-external.53').spec).toEqual({ parentRefs: at('dns'), rules: backend(53) });
});

test('a Gateway of Istio is let in by its identity and its pods, and by them alone', () => {
  const manifests = exposing(shared(), [{ host: HOST }]);
  expect(find(manifests, 'AuthorizationPolicy', 'web').spec.rules).toEqual([
    { from: [{ source: { serviceAccounts: ['ingress/public-istio'] } }], to: [{ operation: { ports: ['8080'] } }] },
  ]);
  expect(find(manifests, 'NetworkPolicy', 'web').spec.ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } },
          podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'public' } },
        },
      ],
      ports: [{ port: 8080, protocol: 'TCP' }],
    },
  ]);
  expect(all(manifests, 'PeerAuthentication').map(({ metadata }) => metadata.name)).toEqual(['default']);
  expect(find(manifests, 'DestinationRule', 'web').spec.host).toBe('web.shop.svc.cluster.local');
});

test('a Gateway outside of the mesh is let in without an identity, in plain text on its port alone', () => {
  const named = exposing(shared({ gatewayClass: GatewayClass.envoyGateway() }), [{ host: HOST, port: 80 }], {
    ports: [Port.http(80, { targetPort: 8080 }), Port.http(81, { name: 'admin' })],
  });
  expect(find(named, 'PeerAuthentication', 'web').spec).toMatchObject({
    mtls: { mode: 'STRICT' },
    portLevelMtls: { '8080': { mode: 'PERMISSIVE' } },
  });
  expect(find(named, 'AuthorizationPolicy', 'web').spec.rules).toEqual([
    { from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: ['8080'] } }] },
  ]);
});

test('clients are told apart at a Gateway of Istio by its policy', () => {
  const manifests = exposing(shared(), [{ host: HOST, allowedSources: ['203.0.113.0/24'] }]);
  const policy = find(manifests, 'AuthorizationPolicy', 'shop.web-external');
  expect(policy.metadata.namespace).toBe('ingress');
  expect(policy.spec).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }],
    action: 'DENY',
    rules: [
      {
        from: [{ source: { notRemoteIpBlocks: ['203.0.113.0/24'] } }],
        to: [{ operation: { hosts: [HOST, `${HOST}:*`] } }],
      },
    ],
  });
});
