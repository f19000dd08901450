import { Duration } from 'cdk8s';
import { CanaryStep, Rollout, Scaling } from '../../../../lib';
import { canaried, rolloutsProgram } from './program';

const paths = (owned: readonly { kind: string; name: string; path: string; owner: string }[]) =>
  owned.map(({ kind, name, path, owner }) => `${owner}: ${kind} ${name} ${path}`).sort();

test('the controller owns weights of all routes and selectors of both versions, the autoscaler the replicas', () => {
  const { cart } = canaried({}, { scaling: Scaling.onCpu({ min: 2, max: 5 }) });
  cart.expose({ host: 'shop.example.com', public: true, tlsSecret: 'shop' });
  expect(paths(cart.ownership)).toEqual([
    'Argo Rollouts: Service cart-canary /spec/selector/rollouts-pod-template-hash',
    'Argo Rollouts: Service cart-stable /spec/selector/rollouts-pod-template-hash',
    'Argo Rollouts: VirtualService cart /spec/http/*/route/*/weight',
    'Argo Rollouts: VirtualService cart-external /spec/http/*/route/*/weight',
    expect.stringMatching(/Rollout cart \/spec\/replicas$/),
  ]);
});

test("routes of its own are the controller's", () => {
  const { cart } = canaried({
    steps: [CanaryStep.header('x-canary', 'yes', Duration.minutes(1)), CanaryStep.weight(50)],
  });
  expect(paths(cart.ownership)).toEqual(
    expect.arrayContaining(
      ['*/route/*/weight', 'name=cart-header-1'].map(
        (path) => `Argo Rollouts: VirtualService cart-versions /spec/http/${path}`,
      ),
    ),
  );
  expect(paths(cart.ownership).filter((path) => path.includes('VirtualService cart '))).toEqual([]);
});

test('a switch changes the selectors of both Services', () => {
  const cart = rolloutsProgram().serve('cart', { lifecycle: { rollout: Rollout.blueGreen() } });
  expect(paths(cart.ownership)).toEqual([
    'Argo Rollouts: Service cart /spec/selector/rollouts-pod-template-hash',
    'Argo Rollouts: Service cart-preview /spec/selector/rollouts-pod-template-hash',
  ]);
});

test('of a rolling update, nobody owns anything', () => {
  expect(rolloutsProgram().serve('cart').ownership).toEqual([]);
});
