import { ApiObject, Chart, Lazy } from 'cdk8s';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: Lazy.any({
      produce: () => {
        throw new Error('no flags');
      },
    }),
  });
}

export function passing({ app }: Start): void {
  new ApiObject(new Chart(app, 'extra'), 'flags', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: Lazy.any({ produce: () => ({ beta: 'on' }) }),
  });
}
