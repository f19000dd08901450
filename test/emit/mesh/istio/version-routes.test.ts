import { ApiObject, Duration } from 'cdk8s';
import { ArgoRollouts, CanaryStep, Keda, Port, Retries, Rollout, Scaling, ScalingMetric } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from './program';

const program = () => new IstioProgram({ ingressGateway: GATEWAY }, {}, undefined, { delivery: new ArgoRollouts() });
const header = Rollout.canary({
  analysis: false,
  steps: [CanaryStep.header('x-version', 'next'), CanaryStep.weight(50)],
});
const http = Port.http(80, { targetPort: 8080 });
const admin = Port.http(81, { name: 'http-admin' });
const versions = (port: number) =>
  ['stable', 'canary'].map((version, at) => ({
    destination: { host: `cart-${version}.shop.svc.cluster.local`, port: { number: port } },
    weight: 100 - 100 * at,
  }));

test('where a controller adds routes, those of callers and of the gateway say how and delegate where', () => {
  const its = program();
  const cart = its.serve('cart', { lifecycle: { rollout: header } });
  its.serve('web').calls(cart, { timeout: Duration.seconds(1), idempotent: false });
  its.serve('ads').calls(cart, { timeout: Duration.seconds(2), idempotent: true, retries: Retries.upTo(1) });
  cart.expose({ host: 'shop.example.com', public: true, tlsSecret: 'shop' });
  const written = its.written();
  const routes = ['cart', 'cart-external'].flatMap((name) => find(written, 'VirtualService', name).spec.http as any[]);
  expect(
    routes.map(({ name, route, delegate, timeout, retries: { attempts } }) => [
      name,
      route,
      delegate,
      timeout,
      attempts,
    ]),
  ).toEqual([
    ['from-web', undefined, { name: 'cart-versions' }, '1s', 0],
    ['from-ads', undefined, { name: 'cart-versions' }, '2s', 1],
    ['default', undefined, { name: 'cart-versions' }, '30s', 0],
    ['default', undefined, { name: 'cart-versions' }, '30s', 0],
  ]);
  // Below a namespace, Istio would leave the controller's routes out.
  expect(JSON.stringify(routes)).not.toContain('sourceNamespace');
  expect(find(written, 'VirtualService', 'cart-versions').spec).toEqual({
    http: [{ name: 'default', route: versions(80) }],
    exportTo: ['*'],
  });
  expect(cart._facts.mesh.routes).toEqual([{ virtualService: 'cart-versions', routes: ['default'] }]);
});

test('each port has its own, whoever asks for it', () => {
  const its = program();
  const cart = its.serve('cart', { lifecycle: { rollout: header }, ports: [http, admin] });
  its.serve('web').calls(cart, { port: 81, timeout: Duration.seconds(1), idempotent: true });
  expect(cart._facts.mesh.routes).toEqual([{ virtualService: 'cart-versions-81', routes: ['default'] }]);
  cart.expose({ host: 'shop.example.com', port: 80, public: true, tlsSecret: 'shop' });
  expect(cart._facts.mesh.routes).toEqual(
    [80, 81].map((port) => ({ virtualService: `cart-versions-${port}`, routes: ['default'] })),
  );
  const written = its.written();
  for (const port of [80, 81])
    expect(find(written, 'VirtualService', `cart-versions-${port}`).spec.http[0]!.route).toEqual(versions(port));
  expect(
    find(written, 'VirtualService', 'cart').spec.http.map(({ match, delegate }: any) => [match[0].port, delegate.name]),
  ).toEqual([[81, 'cart-versions-81']]);
});

test('where a controller moves weights alone, nothing delegates', () => {
  const its = program();
  const cart = its.serve('cart', { lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
  its.serve('web').calls(cart, { timeout: Duration.seconds(1), idempotent: true });
  expect(
    all(its.written(), 'VirtualService').map(({ metadata, spec }) => [
      metadata.name,
      spec.http.map(({ delegate }: any) => delegate),
    ]),
  ).toEqual([['cart', [undefined]]]);
});

test('a port without requests has no routes to versions', () => {
  const its = program();
  const cart = its.serve('cart', { lifecycle: { rollout: header }, ports: [http, Port.tcp(7000)] });
  its.serve('web').calls(cart, { port: 7000, timeout: Duration.seconds(1), idempotent: true });
  expect(cart._facts.mesh.routes).toEqual([]);
  expect(its.app.node.findAll().filter(({ node }) => node.id.startsWith('routes-of-versions'))).toEqual([]);
});

test('routes to what holds requests stay, although a finding refuses a canary there', () => {
  const its = new IstioProgram({}, {}, undefined, {
    delivery: new ArgoRollouts(),
    autoscaling: new Keda({ httpAddOn: {} }),
  });
  const cart = its.serve('cart', {
    lifecycle: { rollout: header },
    scaling: Scaling.on([ScalingMetric.concurrency(10)], { min: 0, max: 5 }),
  });
  its.serve('web').calls(cart);
  const routes = cart.node
    .findAll()
    .filter(
      (construct): construct is ApiObject =>
        construct instanceof ApiObject && construct.kind === 'VirtualService' && construct.name === 'cart',
    );
  expect(
    routes.flatMap((each) => each.toJson().spec.http.map(({ name, delegate }: any) => [name, delegate?.name])),
  ).toEqual([
    ['from-activator', 'cart-versions'],
    ['default', undefined],
  ]);
});
