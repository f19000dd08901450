import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { DeploymentWorkload } from '../../../program';
import { deniedClients } from '../../kubernetes';
import type { IstioIngressGateway } from './ingress-gateway';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;

/**
 * Denies requests at the gateway to hosts of a microservice from addresses that it does not allow. The address is that
 * of the client as the gateway determines it, with the number of its trusted proxies.
 */
export function clientFilterSpec(facts: DeploymentWorkload, { labels }: IstioIngressGateway): Spec {
  return { selector: { matchLabels: { ...labels } }, ...deniedClients(facts) };
}
