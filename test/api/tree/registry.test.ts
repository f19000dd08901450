import { App } from 'cdk8s';
import { Registry } from '../../../lib/api/tree/registry';

test('entries are found by what they have in common, each tree for itself', () => {
  const [one, other] = [new App(), new App()];
  const [delivery, another] = [{}, {}];
  const part = { id: 'shop', microservices: [] };
  const stacks = new Registry<object, typeof part>();
  stacks.add(one, another, part);
  stacks.add(one, delivery, part);
  expect([
    stacks.entries(one, another),
    stacks.entries(one, delivery),
    stacks.entries(one, {}),
    stacks.entries(other, delivery),
  ]).toEqual([[part], [part], [], []]);
});

test('a list of entries grows with each one that is added', () => {
  const app = new App();
  const registry = new Registry<string, number>();
  const entries = registry.entries(app, 'shop');
  registry.add(app, 'shop', 1);
  registry.add(app, 'shop', 2);
  expect(entries).toEqual([1, 2]);
});
