import { App } from 'cdk8s';
import { stacksWith } from '../lib/stack-registry';

test('stacks are found by what they have in common, each tree for itself', () => {
  const [one, other] = [new App(), new App()];
  const delivery = {};
  const part = { id: 'shop', microservices: [] };
  stacksWith(one, 'shop').push(part);
  stacksWith(one, delivery).push(part);
  expect([stacksWith(one, 'shop'), stacksWith(one, delivery), stacksWith(one, {}), stacksWith(other, 'shop')]).toEqual([[part], [part], [], []]);
});
