import { Duration } from 'cdk8s';
import { ExposeOptions, IstioIngressGateway, MicroserviceProps, Port } from '../../../../lib';
import { all, find, ManifestObject } from '../../../support/manifests';
import { IstioProgram } from './program';

const PORTS = [Port.http(80, { targetPort: 8080 }), Port.grpc(7070)];

/** What is written where a microservice is exposed. */
function exposing(
  exposures: readonly ExposeOptions[],
  props: Partial<MicroserviceProps> = {},
  gateway = new IstioIngressGateway(),
): ManifestObject[] {
  const program = new IstioProgram({ ingressGateway: gateway });
  const web = program.serve('web', props);
  for (const exposure of exposures) web.expose({ public: true, ...exposure });
  return program.written();
}

const gatewayOf = (manifests: readonly ManifestObject[]) => find(manifests, 'Gateway', 'web-external').spec;
const routesOf = (manifests: readonly ManifestObject[]) => find(manifests, 'VirtualService', 'web-external').spec;
const to = (number: number) => [{ destination: { host: 'web.shop.svc.cluster.local', port: { number } } }];

test('a host is taken in plain text where no certificate is stated, and led to the microservice', () => {
  const manifests = exposing([{ host: 'shop.example.com' }], { lifecycle: { longestRequest: Duration.seconds(7) } });
  expect(gatewayOf(manifests)).toEqual({
    selector: { istio: 'ingress' },
    servers: [{ port: { number: 80, name: 'http-shop.example.com', protocol: 'HTTP' }, hosts: ['./shop.example.com'] }],
  });
  expect(routesOf(manifests)).toEqual({
    hosts: ['shop.example.com'],
    gateways: ['shop/web-external'],
    exportTo: ['*'],
    http: [{ name: 'default', route: to(80), timeout: '7s', retries: { attempts: 0 } }],
  });
});

test('with a certificate, plain text is sent to HTTPS', () => {
  expect(gatewayOf(exposing([{ host: 'shop.example.com', tlsSecret: 'shop-tls' }])).servers).toEqual([
    {
      port: { number: 80, name: 'http-shop.example.com', protocol: 'HTTP' },
      hosts: ['./shop.example.com'],
      tls: { httpsRedirect: true },
    },
    {
      port: { number: 443, name: 'https-shop.example.com', protocol: 'HTTPS' },
      hosts: ['./shop.example.com'],
      tls: { mode: 'SIMPLE', credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_2' },
    },
  ]);
});

test('hosts of several ports are told apart, with and without the port that clients name', () => {
  const manifests = exposing(
    [
      { port: 7070, host: 'grpc.example.com', tlsSecret: 'grpc-tls' },
      { port: 80, host: 'a.example.com' },
    ],
    { ports: PORTS },
  );
  expect(gatewayOf(manifests).servers.map(({ hosts, port }) => [hosts[0], port.number])).toEqual([
    ['./a.example.com', 80],
    ['./grpc.example.com', 80],
    ['./grpc.example.com', 443],
  ]);
  const { hosts, http } = routesOf(manifests);
  expect(hosts).toEqual(['a.example.com', 'grpc.example.com']);
  const portOf = (host: string) =>
    http.find(({ match }) => match.some(({ authority }) => new RegExp(`^(?:${authority.regex})$`).test(host)))
      ?.route[0]!.destination.port.number;
  expect(
    ['a.example.com', 'a.example.com:80', 'grpc.example.com:443', 'aXexample.com', 'b.example.com'].map(portOf),
  ).toEqual([80, 80, 7070, undefined, undefined]);
});

test('names of servers are unlike', () => {
  const names = gatewayOf(
    exposing(
      [
        { port: 7070, host: 'grpc.example.com', tlsSecret: 'x' },
        { port: 80, host: 'a.example.com', tlsSecret: 'y' },
      ],
      { ports: PORTS },
    ),
  ).servers.map(({ port }) => port.name);
  expect(new Set(names).size).toBe(4);
});

test('the gateway is the one that the platform states', () => {
  const gateway = new IstioIngressGateway({
    namespace: 'edge',
    labels: { app: 'edge' },
    httpPort: 8080,
    httpsPort: 8443,
  });
  const { selector, servers } = gatewayOf(exposing([{ host: 'shop.example.com', tlsSecret: 'shop-tls' }], {}, gateway));
  expect(selector).toEqual({ app: 'edge' });
  expect(servers.map(({ port }) => port.number)).toEqual([8080, 8443]);
});

test('nothing is there for what is not exposed, and no load balancer for what is', () => {
  expect(all(exposing([]), 'Gateway')).toEqual([]);
  expect(
    all(exposing([{ host: 'shop.example.com' }]), 'Service').map(({ metadata, spec }) => [metadata.name, spec.type]),
  ).toEqual([['web', 'ClusterIP']]);
});

test('the routes of callers inside of the mesh stay apart', () => {
  const program = new IstioProgram({ ingressGateway: new IstioIngressGateway() });
  const web = program.serve('web');
  web.expose({ host: 'shop.example.com', public: true });
  program.serve('ads').calls(web, { timeout: Duration.seconds(1) });
  const services = all(program.written(), 'VirtualService');
  expect(
    services.map(({ metadata, spec }) => [
      metadata.name,
      spec.hosts,
      spec.gateways,
      spec.http.map(({ timeout }) => timeout),
    ]),
  ).toEqual([
    ['web-external', ['shop.example.com'], ['shop/web-external'], ['30s']],
    ['web', ['web.shop.svc.cluster.local'], undefined, ['1s']],
  ]);
});
