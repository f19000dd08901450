import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { budgetsAmong, busiest } from './budget';

function object(kind: string, name: string, spec: object): LocatedObject {
  return {
    manifest: { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, spec },
    file: 'shop.yaml',
    line: 1,
  };
}

function pod(app: string, nodeName?: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: app, namespace: 'shop', labels: { app } },
    spec: { nodeName },
  };
}

const budgetFor = (app: string) => ({ pods: { namespace: 'shop', selector: { matchLabels: { app } } } });

test('budgets count that select pods of a workload among the objects', () => {
  const selector = { matchLabels: { app: 'cart' } };
  const cart = object('Deployment', 'cart', {
    selector,
    template: { metadata: { labels: { app: 'cart' } }, spec: {} },
  });
  const budgets = [
    object('PodDisruptionBudget', 'cart', { selector }),
    object('PodDisruptionBudget', 'other', { selector: { matchLabels: { app: 'other' } } }),
    object('PodDisruptionBudget', 'none', {}),
  ];
  expect(budgetsAmong([cart, ...budgets]).map(({ manifest }) => manifest.metadata.name)).toEqual(['cart']);
});

test('the busiest node has pods of most budgets', () => {
  const [cart, ads] = [budgetFor('cart'), budgetFor('ads')];
  const pods = [pod('cart', 'a'), pod('cart', 'a'), pod('cart', 'b'), pod('ads', 'b'), pod('ads')];
  expect(busiest(pods, [cart, ads])).toEqual({ node: 'b', budgets: [cart, ads] });
});

test('no node is busy without budgets', () => {
  expect(busiest([pod('cart', 'a')], [])).toEqual({ budgets: [] });
});
