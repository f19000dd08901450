import type { DeploymentWorkload } from '../../../program';
import type { FollowedField, Json } from './followed-field';
import { identityFields, kindField } from './identity';

/** Fields of an autoscaler that budgets, limits and the delivery follow from. */
export function followedOfAutoscaler({ delivery }: Pick<DeploymentWorkload, 'delivery'>): FollowedField[] {
  const bound = (field: string, names: readonly string[]): FollowedField => ({
    field,
    followers: 'the disruption budget, limits of connections and alerts',
    fix: 'state scaling, with other bounds',
    value: ({ spec }) => names.map((name) => (spec as Json | undefined)?.[name] as unknown),
  });
  return [
    bound('the fewest replicas', ['minReplicas', 'minReplicaCount']),
    bound('the most replicas', ['maxReplicas', 'maxReplicaCount']),
    {
      field: 'spec.scaleTargetRef',
      followers: 'alerts and the ownership of replicas',
      fix: 'leave it out: it scales the microservice',
      value: ({ spec }) => (spec as Json | undefined)?.['scaleTargetRef'] as unknown,
    },
    ...(delivery.ownsRoutes ? [kindField('the delivery', 'leave it out'), ...identityFields('the delivery')] : []),
  ];
}
