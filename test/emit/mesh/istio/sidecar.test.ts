import { MicroserviceReference, NetworkPeer, Port, Protocol } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { IstioProgram, labelsOf } from './program';
import { ENDPOINT } from '../../../../lib/api/caller-and-callee';

const hostsOf = (program: IstioProgram, name = 'web') =>
  find(program.written(), 'Sidecar', name).spec.egress.flatMap(({ hosts }) => hosts);

test('every microservice has one of its own, that knows nothing where it calls nobody', () => {
  const program = new IstioProgram();
  program.serve('web');
  program.serve('worker', { ports: [] });
  const sidecars = all(program.written(), 'Sidecar');
  expect(sidecars.map(({ metadata }) => metadata.name)).toEqual(['web', 'worker']);
  expect(sidecars[0]!.spec).toEqual({
    workloadSelector: { labels: labelsOf('web') },
    egress: [{ hosts: ['~/*'] }],
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  });
});

test('callees are known by their full names, those of its namespace and of others', () => {
  const program = new IstioProgram();
  const web = program.serve('web');
  web.calls(program.serve('pay', {}, program.stack('bank')));
  web.calls(program.serve('cart'));
  web.calls(new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.grpc(7070)] }));
  web.calls(new MicroserviceReference({ name: 'ads', namespace: 'shop', ports: [Port.grpc(7070)] }));
  web.acknowledge('MS2030', 'another program states ads there');
  expect(hostsOf(program)).toEqual([
    './ads.shop.svc.cluster.local',
    './cart.shop.svc.cluster.local',
    'bank/pay.bank.svc.cluster.local',
    'depot/stock.depot.svc.cluster.local',
  ]);
  expect(hostsOf(program, 'cart')).toEqual(['~/*']);
});

test('names end in the domain of the cluster', () => {
  const program = new IstioProgram({}, { domain: 'example.org' });
  const web = program.serve('web');
  web.calls(program.serve('cart'));
  expect(hostsOf(program)).toEqual(['./cart.shop.svc.example.org']);
});

test('a callee that is called in several ways is known once, and a microservice that calls itself knows itself', () => {
  const program = new IstioProgram();
  const web = program.serve('web');
  web.calls(web, { operation: { methods: ['GET'] } });
  web.calls(web, { operation: { methods: ['POST'] } });
  expect(hostsOf(program)).toEqual(['./web.shop.svc.cluster.local']);
});

test('external services are known in the namespace that states them', () => {
  const program = new IstioProgram();
  const [web, bank] = [program.serve('web'), program.stack('bank')];
  web.calls(program.external('mail'));
  web.calls(program.external('ledger', { host: '203.0.113.9' }, bank));
  expect(hostsOf(program)).toEqual(['./mail.example.com', 'bank/ledger.bank.external']);
});

test('the Kubernetes API is known to those that call it', () => {
  const program = new IstioProgram({}, { domain: 'example.org' });
  program.serve('web').callsKubernetesApi();
  expect(hostsOf(program)).toEqual(['default/kubernetes.default.svc.example.org']);
});

test("datagrams are none of the proxy's business", () => {
  const program = new IstioProgram();
  const web = program.serve('web');
  web.calls(program.serve('log', { ports: [Port.udp(514)] }));
  web.calls(program.serve('names', { ports: [Port.tcp(5300), Port.udp(5300)] }), {
    port: 5300,
    protocol: Protocol.UDP,
  });
  expect(hostsOf(program)).toEqual(['~/*']);
});

test('the mode is repeated in each, since none inherits it', () => {
  const program = new IstioProgram();
  const web = program.serve('web');
  web.calls(program.serve('cart'));
  expect(all(program.written(), 'Sidecar').map(({ spec }) => spec.outboundTrafficPolicy.mode)).toEqual([
    'REGISTRY_ONLY',
    'REGISTRY_ONLY',
  ]);
});

test("a function is another name of its gateway, kept where it is asked for in the gateway's namespace", () => {
  const program = new IstioProgram();
  const activator = {
    pods: NetworkPeer.pods({ namespace: 'holding' }),
    targetPort: 8080,
    service: { name: 'holder', namespace: 'holding', port: 80 },
    serviceAccount: 'holder',
  };
  program.serve('web').calls({
    name: 'resize',
    [ENDPOINT]: {
      id: '/shop/resize',
      name: 'resize',
      ports: [Port.http(80)],
      statedElsewhere: true,
      workload: { namespace: 'shop', serviceAccount: 'resize', exposures: [], activator, runtime: 'KnativeServing' },
    },
  });
  expect(hostsOf(program)).toEqual([
    'holding/holder.holding.svc.cluster.local',
    'holding/resize.shop.svc.cluster.local',
  ]);
});

test('a callee behind an activator is known with it', () => {
  const program = new IstioProgram();
  const activator = {
    pods: NetworkPeer.pods({ namespace: 'holding' }),
    targetPort: 8080,
    service: { name: 'holder', namespace: 'holding', port: 80 },
    serviceAccount: 'holder',
  };
  const web = program.serve('web');
  web.acknowledge('MS2030', 'another program states cart there');
  web.calls({
    name: 'cart',
    [ENDPOINT]: {
      id: '/shop/cart',
      name: 'cart',
      ports: [Port.http(80)],
      statedElsewhere: true,
      workload: { namespace: 'shop', serviceAccount: 'cart', exposures: [], activator },
    },
  });
  expect(hostsOf(program)).toEqual(['./cart.shop.svc.cluster.local', 'holding/holder.holding.svc.cluster.local']);
});
