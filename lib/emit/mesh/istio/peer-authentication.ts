import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import type { DeploymentWorkload } from '../../../program';
import { openMetricsPorts } from './open-metrics';

type Spec = NonNullable<IPeerAuthentication['spec']>;

/** Refuses plain text in a whole namespace. */
export function strictSpec(): Spec {
  return { mtls: { mode: 'STRICT' } };
}

/** Lets plain text in on the ports of a microservice that serve only metrics, and refuses it on all others. */
export function scrapedSpec(facts: DeploymentWorkload): Spec {
  const open = openMetricsPorts(facts).map(({ targetPort }) => [`${targetPort}`, { mode: 'PERMISSIVE' as const }]);
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    mtls: { mode: 'STRICT' },
    ...(open.length > 0 && { portLevelMtls: Object.fromEntries(open) }),
  };
}
