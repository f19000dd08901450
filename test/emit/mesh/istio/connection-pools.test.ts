import { Testing } from 'cdk8s';
import {
  ApplicationStack,
  CallOptions,
  Microservice,
  MicroserviceProps,
  NoMesh,
  Platform,
  Port,
  Retries,
  Scaling,
} from '../../../../lib';
import { find, only } from '../../../support/manifests';
import { findingsOf } from '../../kubernetes/program';
import { GATEWAY, IstioProgram } from './program';

const FREE = { tcp: { connectTimeout: '1s' } };
const bound = (limit: number) => ({
  tcp: { maxConnections: limit, connectTimeout: '1s' },
  http: { http1MaxPendingRequests: limit, http2MaxRequests: limit },
});

/** The policy for a callee, each port of which is called as stated. */
function policyOf(
  ports: readonly Port[],
  props: Partial<MicroserviceProps> = {},
  options: Readonly<Record<number, CallOptions>> = {},
) {
  const program = new IstioProgram();
  const callee = program.serve('cart', { ports: [...ports], ...props });
  const web = program.serve('web');
  for (const { number } of ports) web.calls(callee, { port: number, addressEnv: `PORT_${number}`, ...options[number] });
  return only(program.written(), 'DestinationRule').spec.trafficPolicy;
}

const portsOf = ({ portLevelSettings = [] }: ReturnType<typeof policyOf>) =>
  portLevelSettings.map(({ port, connectionPool }) => [port.number, connectionPool]);

describe('the default about requests', () => {
  test.each([
    ['HTTP', Port.http(80)],
    ['HTTP/2', Port.http2(80)],
    ['gRPC', Port.grpc(80)],
  ])('bounds %s', (_, port) => {
    expect(policyOf([port]).connectionPool).toEqual(bound(200));
    expect(policyOf([port])).not.toHaveProperty('portLevelSettings');
  });

  test.each([
    ['TCP', Port.tcp(5432)],
    ['TLS', Port.tls(5432)],
  ])('bounds no connection of %s', (_, port) => {
    expect(policyOf([port])).toEqual({ ...policyOf([Port.http(80)]), connectionPool: FREE });
  });

  test.each([
    ['WebSockets', Port.http(80)],
    ['streams of gRPC', Port.grpc(80)],
  ])('bounds no %s', (_, port) => {
    expect(policyOf([port], {}, { 80: { streaming: true } }).connectionPool).toEqual(FREE);
  });

  test('bounds streams among requests', () => {
    const program = new IstioProgram();
    const cart = program.serve('cart');
    program.serve('web').calls(cart, { streaming: true });
    program.serve('ads').calls(cart, { idempotent: true, retries: Retries.upTo(1) });
    expect(find(program.written(), 'DestinationRule', 'cart').spec.trafficPolicy.connectionPool).toEqual(bound(200));
    const exposed = new IstioProgram({ ingressGateway: GATEWAY });
    const chat = exposed.serve('cart');
    exposed.serve('web').calls(chat, { streaming: true });
    chat.expose({ host: 'cart.example.com', public: true });
    expect(find(exposed.written(), 'DestinationRule', 'cart').spec.trafficPolicy.connectionPool).toEqual(bound(200));
  });

  test('holds for the ports with requests, and each other port is balanced and watched as they are', () => {
    const policy = policyOf([Port.http(80), Port.tcp(5432), Port.tls(8443), Port.grpc(7070)]);
    expect(policy.connectionPool).toEqual(bound(200));
    expect(portsOf(policy)).toEqual([
      [5432, FREE],
      [8443, FREE],
    ]);
    for (const { loadBalancer, outlierDetection } of policy.portLevelSettings) {
      expect(loadBalancer).toEqual(policy.loadBalancer);
      expect(outlierDetection).toEqual(policy.outlierDetection);
    }
  });

  test('says nothing of datagrams', () => {
    const policy = policyOf([Port.http(80)], { ports: [Port.http(80), Port.udp(53)] });
    expect(policy).not.toHaveProperty('portLevelSettings');
  });
});

describe('a stated concurrency', () => {
  test.each([7, 100])('of %i bounds every port', (concurrency) => {
    const stated = { lifecycle: { concurrency }, scaling: Scaling.fixed(3) };
    for (const ports of [[Port.tcp(5432)], [Port.tls(443)], [Port.http(80), Port.tcp(5432)]]) {
      const policy = policyOf(ports, stated);
      expect(policy.connectionPool).toEqual(bound(3 * concurrency));
      expect(policy).not.toHaveProperty('portLevelSettings');
    }
    expect(policyOf([Port.http(80)], stated, { 80: { streaming: true } }).connectionPool).toEqual(
      bound(3 * concurrency),
    );
  });

  test.each([7, 100])('of %i is lost without a mesh, and that is said', (concurrency) => {
    const stack = new ApplicationStack(Testing.app(), 'shop', {
      platform: new Platform({ mesh: new NoMesh(), defaults: { lifecycle: { concurrency } } }),
    });
    new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] });
    expect(findingsOf(stack.node.root).map(({ code, given }) => [code, given])).toEqual([
      ['MS4002', expect.stringContaining('concurrency')],
    ]);
  });
});

describe('external services', () => {
  const external = (...ports: Port[]) => {
    const program = new IstioProgram();
    const pay = program.external('pay', { ports });
    const web = program.serve('web');
    for (const { number } of ports) web.calls(pay, { port: number, addressEnv: `PORT_${number}` });
    return find(program.written(), 'DestinationRule', 'pay').spec.trafficPolicy;
  };
  const pending = { http1MaxPendingRequests: 1024, http2MaxRequests: 1024 };

  test("requests have Envoy's own bounds", () => {
    expect(external(Port.http(80)).connectionPool).toMatchObject({ tcp: { maxConnections: 1024 }, http: pending });
  });

  test.each([Port.tls(443), Port.tcp(5432)])('connections of bytes are bounded while they are made', (port) => {
    const { connectionPool } = external(port);
    expect(connectionPool.tcp).toEqual({ connectTimeout: '1s' });
    expect(connectionPool.http).toMatchObject(pending);
  });

  test('each port of several has what it carries', () => {
    const policy = external(Port.http(80), Port.tls(443));
    expect(policy.connectionPool.tcp).toEqual({ maxConnections: 1024, connectTimeout: '1s' });
    expect(policy.portLevelSettings.map(({ port, connectionPool }) => [port.number, connectionPool.tcp])).toEqual([
      [443, { connectTimeout: '1s' }],
    ]);
  });
});
