import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { type DeploymentWorkload, exposedEdges, unique } from '../../program';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;

/**
 * Denies requests to hosts of a microservice from addresses that it does not allow, at any gateway of Istio: that of
 * the mesh, or one of the Gateway API. Other hosts are not concerned.
 */
export function deniedClients(facts: DeploymentWorkload): Pick<Spec, 'action' | 'rules'> {
  const filtered = exposedEdges(facts).filter(({ exposure }) => exposure.allowedSources.length > 0);
  return {
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
