/** Tag of every dashboard that the library makes. */
export const TAG = 'cdk8s-microservice';

/** Tag of all dashboards of an application stack. */
export function stackTag({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `stack:${namespace}/${name}`;
}
