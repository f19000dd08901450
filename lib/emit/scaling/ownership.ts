import type { FieldOwner, DeploymentWorkload } from '../../program';

/** The number of replicas, where an autoscaler decides it. */
export function ownedByAutoscaler(
  { namespace, object: { apiVersion, kind, name }, settings }: DeploymentWorkload,
  owner: string,
): FieldOwner[] {
  return settings.values.scaling.autoscaled
    ? [{ apiVersion, kind, name, namespace, path: '/spec/replicas', owner }]
    : [];
}
