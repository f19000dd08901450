import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { DeploymentWorkload } from '../../../program';
import { deniedClients } from '../../kubernetes';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;

/** Denies requests at a Gateway of Istio to hosts of a microservice from addresses that it does not allow. */
export function istioClientsSpec(facts: DeploymentWorkload, gateway: string): Spec {
  return {
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: gateway }],
    ...deniedClients(facts),
  };
}
