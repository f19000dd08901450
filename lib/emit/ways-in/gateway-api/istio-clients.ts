import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { type DeploymentWorkload, exposedEdges, unique } from '../../../program';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;

/** Denies requests at a Gateway of Istio to hosts of a microservice from addresses that it does not allow. */
export function istioClientsSpec(facts: DeploymentWorkload, gateway: string): Spec {
  const filtered = exposedEdges(facts).filter(({ exposure }) => exposure.allowedSources.length > 0);
  return {
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: gateway }],
    action: 'DENY',
    rules: filtered.map(({ host, requests: { methods, paths }, exposure: { allowedSources } }) => ({
      from: [{ source: { notRemoteIpBlocks: unique(allowedSources) } }],
      to: [
        {
          operation: {
            // With the port that clients may add to it.
            hosts: [host, `${host}:*`],
            ...(methods !== undefined && { methods: [...methods] }),
            ...(paths !== undefined && { paths: [...paths] }),
          },
        },
      ],
    })),
  };
}
