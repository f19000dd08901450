import { Duration } from 'cdk8s';
import { KubernetesDelivery, Port, Rollout } from '../../../../lib';
import { all } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from './program';

const canary = Rollout.canary({ analysis: false });
const program = () =>
  new IstioProgram({ ingressGateway: GATEWAY }, {}, undefined, { delivery: new KubernetesDelivery() });

test(
  'routes of callers and of the gateway are named as their VirtualServices name them, also those of later ' +
    'statements',
  () => {
    const its = program();
    const cart = its.serve('cart', {
      lifecycle: { rollout: canary },
      ports: [Port.http(80), Port.http(81, { name: 'http-admin' })],
    });
    expect(cart._facts.mesh.routes).toEqual([]);
    for (const [at, name] of ['web', 'ads'].entries())
      its.serve(name).calls(cart, { port: 80 + at, timeout: Duration.seconds(1 + at), idempotent: true });
    cart.acknowledge('MS6112', 'What is lost is not the matter here.');
    for (const host of ['b.example.com', 'a.example.com'])
      cart.expose({ host, port: host.startsWith('a') ? 80 : 81, public: true, tlsSecret: 'shop' });
    const routes = Object.fromEntries(
      cart._facts.mesh.routes!.map(({ virtualService, routes: names }) => [virtualService, names]),
    );
    expect(Object.keys(routes)).toEqual(['cart', 'cart-external']);
    expect(routes).toEqual(
      Object.fromEntries(
        all(its.written(), 'VirtualService').map(({ metadata, spec }) => [
          metadata.name,
          spec.http.map(({ name }) => name),
        ]),
      ),
    );
    expect(Object.values(routes).map(({ length }) => length)).toEqual([2, 2]);
  },
);

test('there are none where requests are not split', () => {
  const its = program();
  const cart = its.serve('cart');
  its.serve('web').calls(cart, { timeout: Duration.seconds(1), idempotent: true });
  expect(cart._facts.mesh.routes).toEqual([]);
  expect(cart._facts.mesh.series!.candidate).toEqual([]);
});
