import type { FieldOwner, FunctionWorkload } from '../../../program';

/** Annotations that Knative's webhook writes into its Services; who made the object can never be changed again. */
const WRITTEN = ['creator', 'lastModifier'];

/**
 * What Knative changes in what the program states: nothing but who did it, since everything that has a default is
 * stated.
 */
export function ownedByKnative({ name, namespace }: Pick<FunctionWorkload, 'name' | 'namespace'>): FieldOwner[] {
  return WRITTEN.map((annotation) => ({
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    name,
    namespace,
    path: `/metadata/annotations/serving.knative.dev~1${annotation}`,
    owner: 'Knative Serving',
  }));
}
