import type { FollowedField } from './followed-field';
import { identityFields, kindField, valuesOf } from './identity';

const FOLLOWERS = 'all workloads of the namespace';
/** Statement that leaves the objects of a namespace out, for findings. */
export const NAMESPACE_EXCEPTION = 'keep it, or state existing on the stacks, and make the namespace elsewhere';

const FIX = 'leave it out, or state existing on the stacks, and make the namespace elsewhere';

/** Fields of an object for a whole namespace: what protects its workloads. */
export function followedOfNamespaceWide(labels: readonly string[] = []): FollowedField[] {
  return [
    kindField(FOLLOWERS, FIX),
    ...identityFields(FOLLOWERS),
    { field: 'spec', followers: FOLLOWERS, fix: FIX, value: ({ spec }) => spec as unknown },
    ...labels.map(
      (key) =>
        ({
          field: `metadata.labels.${key}`,
          followers: FOLLOWERS,
          fix: FIX,
          value: ({ metadata }) => valuesOf(metadata?.labels, [key])[key],
        }) satisfies FollowedField,
    ),
  ];
}
