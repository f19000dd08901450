import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ExternalTls,
  IstioMesh,
  Microservice,
  NoMesh,
  Platform,
  Port,
  Retries,
} from '../../../../lib';
import { codesOf } from '../../kubernetes/program';
import { find } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from './program';

// What Istio would carry out otherwise than it is stated, or not at all.
describe('Istio', () => {
  test('allowedSources, which a gateway cannot hold to, are refused', () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY });
    program.serve('web').expose({ host: 'shop.example.com', allowedSources: ['203.0.113.0/24'] });
    const findings = codesOf(program.shop);
    expect(findings.length > 0 || JSON.stringify(program.written()).includes('203.0.113.0/24')).toBe(true);
  });

  test('annotations of a load balancer are refused behind a gateway', () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY });
    program
      .serve('web')
      .expose({ host: 'shop.example.com', public: true, annotations: { 'cloud.example/type': 'internal' } });
    expect(codesOf(program.shop)).not.toEqual([]);
  });

  test('of overlapping calls of one caller the narrower counts', () => {
    const program = new IstioProgram();
    const [web, cart] = [program.serve('web'), program.serve('cart')];
    web.calls(cart, { timeout: Duration.seconds(1), operation: { paths: ['/a*'] } });
    web.calls(cart, { timeout: Duration.seconds(9), operation: { paths: ['/a/b'] } });
    expect(find(program.written(), 'VirtualService', 'cart').spec.http.map(({ timeout }) => timeout)).toEqual([
      '9s',
      '1s',
      '30s',
    ]);
  });

  test('two external services of one host are refused', () => {
    const program = new IstioProgram();
    const web = program.serve('web');
    web.calls(
      program.external('orders', { host: 'api.example.com', ports: [Port.http(80)], addresses: ['203.0.113.0/24'] }),
      { timeout: Duration.seconds(1) },
    );
    web.calls(
      program.external('stock', { host: 'api.example.com', ports: [Port.http(8080)], addresses: ['203.0.113.0/24'] }),
      { timeout: Duration.seconds(2) },
    );
    expect(codesOf(program.shop)).toContain('MS4011');
  });

  test.each([
    ['TCP', Port.tcp(5432)],
    ['TLS', Port.tls(443)],
  ])('timeout and retries of %s have no effect: a finding says so', (_, port) => {
    const program = new IstioProgram();
    program.serve('web').calls(program.serve('db', { ports: [port] }), {
      timeout: Duration.seconds(1),
      idempotent: true,
      retries: Retries.upTo(1),
    });
    expect(codesOf(program.shop)).not.toEqual([]);
  });

  test('a callee on port 53, which is called past the proxy, is refused', () => {
    const program = new IstioProgram();
    program.serve('web').calls(program.serve('names', { ports: [Port.tcp(53, { targetPort: 5300 })] }));
    expect(codesOf(program.shop)).toContain('MS4011');
  });

  test.each(['/items/{id}', '/items/*/price'])(
    'the path %s, which policies refuse or take for text, is refused',
    (path) => {
      const program = new IstioProgram();
      program.serve('web').calls(program.serve('cart'), { operation: { paths: [path] } });
      expect(codesOf(program.shop)).not.toEqual([]);
    },
  );

  test('a wildcard of gRPC services is refused', () => {
    const program = new IstioProgram();
    program
      .serve('web')
      .calls(program.serve('cart', { ports: [Port.grpc(7070)] }), { operation: { paths: ['/acme.*'] } });
    expect(codesOf(program.shop)).not.toEqual([]);
  });

  test('TLS by the proxy around the TLS of the application is refused', () => {
    const program = new IstioProgram();
    program.serve('web').calls(program.external('pay', { tls: ExternalTls.byProxy(), addresses: ['203.0.113.0/24'] }));
    expect(codesOf(program.shop)).not.toEqual([]);
  });

  test('a caller without a proxy and a callee that insists on mutual TLS are refused', () => {
    const app = new App({ outdir: 'nowhere' });
    const serve = (id: string, mesh: IstioMesh | NoMesh) =>
      new Microservice(new ApplicationStack(app, id, { platform: new Platform({ mesh }) }), id, {
        image: 'acme/x:1',
        ports: [Port.http(80)],
      });
    serve('legacy', new NoMesh()).calls(serve('shop', new IstioMesh()));
    expect(codesOf(app)).not.toEqual([]);
  });

  test.each<[string, Parameters<IstioProgram['serve']>[1]]>([
    [
      'ports that bypass the proxy',
      { metadata: { podAnnotations: { 'traffic.sidecar.istio.io/excludeOutboundPorts': '6379' } } },
    ],
    ['pods without a proxy', { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } }],
  ])('%s are stated against the mesh: a finding says so', (_, props) => {
    const program = new IstioProgram();
    program.serve('web', props);
    expect(codesOf(program.shop)).not.toEqual([]);
  });
});
