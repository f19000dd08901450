import { isDeepStrictEqual } from 'node:util';
import { IstioIngressGateway, NetworkPeer, Port } from '../../../../lib';
import { find } from '../../../support/manifests';
import { GATEWAY, IstioProgram, labelsOf, PROMETHEUS } from './program';

const pods = (namespace: string, matchLabels: Record<string, string>) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels },
});
const tcp = (...ports: number[]) => ports.map((port) => ({ port, protocol: 'TCP' }));
const ISTIOD = { to: [pods('istio-system', { app: 'istiod' })], ports: tcp(15012) };
const SCRAPERS = [pods('monitoring', { app: 'prometheus' })];
const policyOf = (program: IstioProgram, name = 'web') => find(program.written(), 'NetworkPolicy', name).spec;

test('istiod is reached, in the namespace that is stated', () => {
  const [usual, moved] = [new IstioProgram(), new IstioProgram({ rootNamespace: 'mesh' })];
  for (const program of [usual, moved]) program.serve('web');
  expect(policyOf(usual).egress).toContainEqual(ISTIOD);
  expect(policyOf(moved).egress).toContainEqual({ to: [pods('mesh', { app: 'istiod' })], ports: tcp(15012) });
  // Beside it, names are resolved, and nothing else.
  expect(
    policyOf(usual)
      .egress.filter((rule) => !isDeepStrictEqual(rule, ISTIOD))
      .map(({ ports }) => ports.map(({ port }) => port)),
  ).toEqual([[53, 53]]);
});

test('nobody reaches pods of which nothing is said', () => {
  const program = new IstioProgram();
  program.serve('web');
  expect(policyOf(program)).not.toHaveProperty('ingress');
});

test("scrapers read the proxy's metrics, and the application's where it serves any", () => {
  const program = new IstioProgram({}, { scrapers: [PROMETHEUS] });
  program.serve('web');
  program.serve('cart', {
    ports: [Port.http(80), Port.http(9090, { name: 'metrics', targetPort: 9091, servesMetrics: true })],
  });
  expect(policyOf(program).ingress).toEqual([{ from: SCRAPERS, ports: tcp(15020) }]);
  expect(policyOf(program, 'cart').ingress).toEqual([{ from: SCRAPERS, ports: tcp(15020, 9091) }]);
});

describe('what is exposed', () => {
  test("is reached by the gateway's pods, at the port of the container, and by nobody else", () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY }, { ingress: [NetworkPeer.cidr('10.0.0.0/8')] });
    program.serve('web').expose({ host: 'shop.example.com', public: true });
    expect(policyOf(program).ingress).toEqual([
      { from: [pods('istio-ingress', { istio: 'ingress' })], ports: tcp(8080) },
    ]);
  });

  test('is reached by the gateway that is stated', () => {
    const program = new IstioProgram({
      ingressGateway: new IstioIngressGateway({ namespace: 'edge', labels: { app: 'edge', zone: 'a' } }),
    });
    program.serve('web').expose({ host: 'shop.example.com', public: true });
    expect(policyOf(program).ingress).toEqual([{ from: [pods('edge', { app: 'edge', zone: 'a' })], ports: tcp(8080) }]);
  });

  test('is where the gateway is let in: other ports are not', () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY });
    program
      .serve('web', { ports: [Port.http(80, { targetPort: 8080 }), Port.http(81, { name: 'admin' })] })
      .expose({ port: 80, host: 'shop.example.com', public: true });
    program.serve('cart');
    expect(policyOf(program).ingress).toHaveLength(1);
    expect(policyOf(program).ingress[0]!.ports).toEqual(tcp(8080));
    expect(policyOf(program, 'cart')).not.toHaveProperty('ingress');
  });
});

test('calls open what they open without a mesh', () => {
  const program = new IstioProgram();
  program.serve('web').calls(program.serve('cart'));
  expect(policyOf(program).egress).toContainEqual({
    to: [{ podSelector: { matchLabels: labelsOf('cart') } }],
    ports: tcp(8080),
  });
  expect(policyOf(program, 'cart').ingress).toEqual([
    { from: [{ podSelector: { matchLabels: labelsOf('web') } }], ports: tcp(8080) },
  ]);
});
