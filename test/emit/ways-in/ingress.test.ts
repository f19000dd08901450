import { Size } from 'cdk8s';
import { CertificateIssuer, IngressController, IstioMesh, NoMesh, Port } from '../../../lib';
import { find } from '../../support/manifests';
import { exposing, object, type Stated } from './program';

const HOST = 'shop.example.com';
const NGINX = 'nginx.ingress.kubernetes.io';
const TRAEFIK = 'traefik.ingress.kubernetes.io';
const backend = { service: { name: 'web', port: { number: 80 } } };

const plain = (wayIn: IngressController, exposures: readonly Stated[], ports = [Port.http(80)]) =>
  exposing(wayIn, exposures, { ports }, new NoMesh());

test('ingress-nginx is told timeouts, clients, bodies and redirects by annotations', () => {
  const manifests = plain(IngressController.nginx({ issuer: CertificateIssuer.ofNamespace('ca') }), [
    { host: HOST, tlsSecret: 'shop-tls', allowedSources: ['203.0.113.0/24'], maxBodySize: Size.mebibytes(8) },
  ]);
  const ingress = find(manifests, 'Ingress', `web-external.${HOST}`);
  expect(ingress.metadata.annotations).toEqual({
    'cert-manager.io/issuer': 'ca',
    [`${NGINX}/proxy-read-timeout`]: '30',
    [`${NGINX}/proxy-send-timeout`]: '30',
    [`${NGINX}/proxy-next-upstream`]: 'off',
    [`${NGINX}/ssl-redirect`]: 'true',
    [`${NGINX}/whitelist-source-range`]: '203.0.113.0/24',
    [`${NGINX}/proxy-body-size`]: '8192k',
  });
  expect(ingress.spec).toEqual({
    ingressClassName: 'nginx',
    tls: [{ hosts: [HOST], secretName: 'shop-tls' }],
    rules: [{ host: HOST, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
  });
});

test('each exposure of a host has an Ingress, since annotations hold for all of its paths', () => {
  const manifests = plain(IngressController.nginx(), [
    { host: HOST, operation: { paths: ['/api/*', '/'] } },
    { host: HOST, operation: { paths: ['/events'] }, streaming: true },
  ]);
  const paths = (name: string) => find(manifests, 'Ingress', name).spec.rules[0]!.http.paths;
  expect(paths(`web-external.${HOST}.any.api`)).toEqual([
    { path: '/', pathType: 'Exact', backend },
    { path: '/api', pathType: 'Prefix', backend },
  ]);
  const events = find(manifests, 'Ingress', `web-external.${HOST}.events`);
  expect(events.metadata.annotations).toMatchObject({ [`${NGINX}/proxy-read-timeout`]: '3600' });
});

test('the pods of the controller are let in, and those of no other namespace', () => {
  const manifests = plain(IngressController.nginx(), [{ host: HOST }]);
  expect(find(manifests, 'NetworkPolicy', 'web').spec.ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } },
          podSelector: {
            matchLabels: {
              'app.kubernetes.io/name': 'ingress-nginx',
              'app.kubernetes.io/component': 'controller',
            },
          },
        },
      ],
      ports: [{ port: 80, protocol: 'TCP' }],
    },
  ]);
});

test('a controller in the mesh sends to the Service by its name, and is let in by its identity', () => {
  const manifests = exposing(
    IngressController.nginx({ serviceAccount: 'ingress-nginx' }),
    [{ host: HOST }],
    {},
    new IstioMesh(),
  );
  expect(find(manifests, 'Ingress', `web-external.${HOST}`).metadata.annotations).toMatchObject({
    [`${NGINX}/service-upstream`]: 'true',
    [`${NGINX}/upstream-vhost`]: 'web.shop.svc.cluster.local',
  });
  expect(find(manifests, 'AuthorizationPolicy', 'web').spec.rules).toEqual([
    {
      from: [{ source: { serviceAccounts: ['ingress-nginx/ingress-nginx'] } }],
      to: [{ operation: { ports: ['8080'] } }],
    },
  ]);
});

test('gRPC is spoken to pods by nginx', () => {
  const manifests = plain(IngressController.nginx(), [{ host: HOST, tlsSecret: 'tls' }], [Port.grpc(7070)]);
  expect(find(manifests, 'Ingress', `web-external.${HOST}`).metadata.annotations).toMatchObject({
    [`${NGINX}/backend-protocol`]: 'GRPC',
  });
});

test('Traefik has an Ingress for each entry point, and middlewares', () => {
  const manifests = plain(IngressController.traefik(), [
    {
      ...{ host: HOST, tlsSecret: 'shop-tls', allowedSources: ['203.0.113.0/24'], maxBodySize: Size.kibibytes(4) },
      headers: { set: { 'x-edge': '1' }, remove: ['x-debug'] },
    },
  ]);
  const [secure, redirected] = ['', '.plain'].map((end) => find(manifests, 'Ingress', `web-external.${HOST}${end}`));
  const middleware = (end: string) => `web-external-shop-example-com-${end}`;
  expect(secure!.metadata.annotations).toEqual({
    [`${TRAEFIK}/router.entrypoints`]: 'websecure',
    [`${TRAEFIK}/router.middlewares`]: ['sources', 'body', 'headers']
      .map((end) => `shop-${middleware(end)}@kubernetescrd`)
      .join(','),
  });
  expect(secure!.spec.tls).toEqual([{ hosts: [HOST], secretName: 'shop-tls' }]);
  expect(redirected!.metadata.annotations).toEqual({
    [`${TRAEFIK}/router.entrypoints`]: 'web',
    [`${TRAEFIK}/router.middlewares`]: `shop-${middleware('https')}@kubernetescrd`,
  });
  expect(redirected!.spec.tls).toBeUndefined();
  const specs = ['sources', 'body', 'headers', 'https'].map(
    (end) => object(manifests, 'Middleware', middleware(end)).spec,
  );
  expect(specs).toEqual([
    { ipAllowList: { sourceRange: ['203.0.113.0/24'] } },
    { buffering: { maxRequestBodyBytes: 4096 } },
    { headers: { customRequestHeaders: { 'x-edge': '1', 'x-debug': '' } } },
    { redirectScheme: { scheme: 'https', permanent: true } },
  ]);
});

test('gRPC is spoken to pods by Traefik, as the Service says', () => {
  const manifests = plain(IngressController.traefik(), [{ host: HOST }], [Port.grpc(7070)]);
  expect(find(manifests, 'Service', 'web').metadata.annotations).toEqual({
    [`${TRAEFIK}/service.serversscheme`]: 'h2c',
  });
});
