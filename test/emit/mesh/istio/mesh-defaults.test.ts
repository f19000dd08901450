import { ExternalTls, Keda, MicroserviceProps, Port, Retries, Scaling, ScalingMetric } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from './program';

/**
 * Fields that a rule without them takes from MeshConfig: `connectionPool` and `outlierDetection` from
 * `defaultTrafficPolicy` (Istio 1.31), the localities from `localityLbSetting` and `zoneAwareLbSetting`, the namespaces
 * from `defaultDestinationRuleExportTo` and `defaultVirtualServiceExportTo`.
 */
function leavesToTheMesh({ trafficPolicy, exportTo }: any): string[] {
  return [
    ...(trafficPolicy?.connectionPool === undefined ? ['connectionPool'] : []),
    ...(trafficPolicy?.outlierDetection?.consecutive5xxErrors === undefined ? ['outlierDetection'] : []),
    ...(trafficPolicy?.loadBalancer?.localityLbSetting?.enabled === undefined ? ['localityLbSetting'] : []),
    ...(exportTo === undefined ? ['exportTo'] : []),
  ];
}

/** A callee of web, with what the mesh holds for it. */
const CALLEES: readonly (readonly [string, Partial<MicroserviceProps>])[] = [
  ['a replica', { scaling: Scaling.fixed(1) }],
  ['several replicas', { scaling: Scaling.fixed(3) }],
  ['bytes', { ports: [Port.tcp(5432)] }],
  ['no replica while nobody calls', { scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }) }],
];

test.each(CALLEES)('a rule for %s takes nothing from the mesh', (_, props) => {
  const program = new IstioProgram({}, {}, undefined, { autoscaling: new Keda({ httpAddOn: {} }) });
  program.serve('web').calls(program.serve('cart', props));
  expect(leavesToTheMesh(find(program.written(), 'DestinationRule', 'cart').spec)).toEqual([]);
});

test.each([ExternalTls.byApplication(), ExternalTls.byProxy()])('nor does that of an external service', (tls) => {
  const program = new IstioProgram();
  program.serve('web').calls(program.external('pay', { ports: [Port.http(80)], tls }));
  const { spec } = find(program.written(), 'DestinationRule', 'pay');
  expect(leavesToTheMesh(spec)).toEqual([]);
  // A mesh whose h2UpgradePolicy is UPGRADE would speak HTTP/2 to it.
  expect(spec.trafficPolicy.connectionPool.http.h2UpgradePolicy).toBe('DO_NOT_UPGRADE');
});

test('an exposed microservice has a rule for the gateway, whoever else calls it', () => {
  const program = new IstioProgram({ ingressGateway: GATEWAY });
  const web = program.serve('web', { scaling: Scaling.fixed(1) });
  web.expose({ host: 'shop.example.com', public: true });
  const { spec } = find(program.written(), 'DestinationRule', 'web');
  expect(spec.host).toBe('web.shop.svc.cluster.local');
  expect(leavesToTheMesh(spec)).toEqual([]);
});

test('routes say themselves which namespaces see them, and how often requests are sent again', () => {
  const program = new IstioProgram({ ingressGateway: GATEWAY });
  const cart = program.serve('cart');
  cart.expose({ host: 'shop.example.com', public: true });
  program.serve('web').calls(cart);
  program.serve('ads').calls(cart, { idempotent: true, retries: Retries.upTo(1) });
  const routes = all(program.written(), 'VirtualService');
  expect(routes.map(({ spec }) => spec.exportTo)).toEqual(routes.map(() => ['*']));
  for (const { spec } of routes)
    for (const { retries } of spec.http) expect(retries.attempts).toEqual(expect.any(Number));
});
