import type { KubernetesObject } from './kubernetes-object';

/** Pods of a namespace, by their labels. */
export interface PodSelection {
  readonly namespace?: string;
  /** A label selector; one without requirements selects all. */
  readonly selector: any;
}

/** Tells if a pod is in a selection. */
export function selects(
  { namespace, selector: { matchLabels = {}, matchExpressions = [] } }: PodSelection,
  { metadata }: KubernetesObject,
): boolean {
  const labels = metadata.labels ?? {};
  return (
    metadata.namespace === namespace &&
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    (matchExpressions as any[]).every((expression) => meets(labels[expression.key], expression))
  );
}

function meets(value: string | undefined, { operator, values = [] }: any): boolean {
  switch (operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      throw new Error(`a label selector has no operator ${operator}`);
  }
}
