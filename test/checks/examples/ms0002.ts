import { ApiObject, Chart } from 'cdk8s';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const chart = new Chart(app, 'extra');
  for (const name of ['flags', 'flags'])
    new ApiObject(chart, `map-${chart.node.children.length}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
    });
}

export function passing({ app }: Start): void {
  const chart = new Chart(app, 'extra');
  for (const name of ['flags', 'texts'])
    new ApiObject(chart, `map-${chart.node.children.length}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
    });
}
