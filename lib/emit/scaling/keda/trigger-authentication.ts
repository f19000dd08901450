import type { ITriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication';
import type { TriggerCredentials } from '../../../values';

/** Spec of a TriggerAuthentication. */
export function triggerAuthenticationSpec({
  secretName,
  keys,
  identity,
  roleArn,
}: TriggerCredentials): ITriggerAuthentication['spec'] {
  return {
    ...(identity !== undefined && { podIdentity: { provider: identity, ...(roleArn !== undefined && { roleArn }) } }),
    ...(secretName !== undefined && {
      secretTargetRef: Object.entries(keys)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([parameter, key]) => ({ parameter, name: secretName, key })),
    }),
  };
}
