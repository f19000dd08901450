import { App } from 'cdk8s';
import { stacksWith } from '../../../lib/api/tree/stack-registry';

test('stacks are found by what they have in common, each tree for itself', () => {
  const [one, other] = [new App(), new App()];
  const [delivery, another] = [{}, {}];
  const part = { id: 'shop', microservices: [] };
  stacksWith(one, another).push(part);
  stacksWith(one, delivery).push(part);
  expect([
    stacksWith(one, another),
    stacksWith(one, delivery),
    stacksWith(one, {}),
    stacksWith(other, delivery),
  ]).toEqual([[part], [part], [], []]);
});
