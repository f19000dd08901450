import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { type DeploymentWorkload, exposedEdges, unique } from '../../../program';
import type { IstioIngressGateway } from './ingress-gateway';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;

/**
 * Denies requests at the gateway to hosts of a microservice from addresses that it does not allow. The address is that
 * of the client as the gateway determines it, with the number of its trusted proxies. Other hosts are not concerned.
 */
export function clientFilterSpec(facts: DeploymentWorkload, { labels }: IstioIngressGateway): Spec {
  const filtered = exposedEdges(facts).filter(({ exposure }) => exposure.allowedSources.length > 0);
  return {
    selector: { matchLabels: { ...labels } },
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
