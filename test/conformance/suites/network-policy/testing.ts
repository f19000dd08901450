import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';

/** Objects as if they had been read. */
export function located(...manifests: readonly KubernetesObject[]): LocatedObject[] {
  return manifests.map((manifest, index) => ({ manifest, file: 'shop.yaml', line: index + 1 }));
}

/** A Deployment with one container, labelled with its name. */
export function deployment(name: string, container: object = {}, namespace = 'shop'): KubernetesObject {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name, ...container }] } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { template } };
}

/** A Service of such a Deployment. */
export function service(name: string, spec: object): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { app: name }, ...spec },
  };
}
