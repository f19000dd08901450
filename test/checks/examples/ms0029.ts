import { ApiObject, Chart } from 'cdk8s';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { beta: 'x'.repeat(1024 * 1024 + 1) },
  });
}

export function passing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { beta: 'x'.repeat(1024 * 1024) },
  });
}
