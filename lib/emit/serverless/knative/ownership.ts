import type { FieldOwner, FunctionWorkload } from '../../../program';

/** Annotations that Knative's webhook writes into its Services. The creator can never be changed. */
const WRITTEN = ['creator', 'lastModifier'];

/**
 * Fields that Knative changes: only its annotations of creator and modifier, since every field with a default is
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
