import type { FunctionWorkload } from '../../../program';
import type { Variable } from '../../../values';
import { KnativeFeature } from './features';
import type { KnativeFacts } from './facts';

/**
 * Variables that the platform adds, without those that Knative refuses: values from fields of the pod, and references
 * to them.
 */
export function platformVariables(
  { telemetry }: Pick<FunctionWorkload, 'telemetry'>,
  { features }: Pick<KnativeFacts, 'features'>,
): Variable[] {
  if (features.includes(KnativeFeature.FIELD_REF)) return [...telemetry.variables];
  const refused = telemetry.variables.filter(isFromPod).map(({ name }) => `$(${name})`);
  return telemetry.variables
    .filter((variable) => !isFromPod(variable))
    .map((variable) => ({
      ...variable,
      ...(variable.value !== undefined && { value: without(variable.value, refused) }),
    }));
}

/** Tells if a value comes from a field of the pod or from its resources. */
export function isFromPod({ valueFrom }: Variable): boolean {
  return valueFrom !== undefined && ('fieldRef' in valueFrom || 'resourceFieldRef' in valueFrom);
}

/** Removes the attributes whose values are not available. */
function without(value: string, references: readonly string[]): string {
  return references.some((reference) => value.includes(reference))
    ? value
        .split(',')
        .filter((part) => !references.some((reference) => part.includes(reference)))
        .join(',')
    : value;
}
