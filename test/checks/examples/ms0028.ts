import { ApiObject, Chart } from 'cdk8s';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { beta: 'half of a pair: \ud83d' },
  });
}

export function passing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { beta: 'a pair: \u{1f600}' },
  });
}
