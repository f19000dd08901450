import { Scaling } from '../../../lib/values';
import { cart, rendered } from './program';

test.each([
  [2, 1],
  [7, 1],
  [8, 2],
  [40, 10],
])('of %d replicas a drain may take %d at once', (replicas, maxUnavailable) => {
  expect(rendered('PodDisruptionBudget', cart({ scaling: Scaling.fixed(replicas) }).disruptionBudget).spec).toEqual({
    maxUnavailable,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' } },
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
});

test('the fewest replicas of an autoscaler count', () => {
  expect(
    rendered('PodDisruptionBudget', cart({ scaling: Scaling.onCpu({ min: 12, max: 99 }) }).disruptionBudget).spec
      .maxUnavailable,
  ).toBe(3);
});

test('where an autoscaler may add replicas to a single one, they leave one by one', () => {
  expect(
    rendered('PodDisruptionBudget', cart({ scaling: Scaling.onCpu({ min: 1, max: 9 }) }).disruptionBudget).spec
      .maxUnavailable,
  ).toBe(1);
});

test('a replica that is always alone has none: it would bound nothing', () => {
  expect(cart({ scaling: Scaling.fixed(1) }).disruptionBudget).toBeUndefined();
  expect(cart({ scaling: Scaling.fixed(0) }).disruptionBudget).toBeUndefined();
});

test('it can be asked for and switched off by name', () => {
  expect(
    rendered(
      'PodDisruptionBudget',
      cart({ scaling: Scaling.fixed(1), lifecycle: { disruptionBudget: true } }).disruptionBudget,
    ).spec.maxUnavailable,
  ).toBe(1);
  expect(cart({ lifecycle: { disruptionBudget: false } }).disruptionBudget).toBeUndefined();
});
