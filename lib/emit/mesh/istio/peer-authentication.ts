import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import type { DeploymentWorkload } from '../../../program';
import { openMetricsPorts } from './open-metrics';

type Spec = NonNullable<IPeerAuthentication['spec']>;

/** What holds for a whole namespace: plain text is refused. */
export function strictSpec(): Spec {
  return { mtls: { mode: 'STRICT' } };
}

/**
 * What holds for a microservice whose metrics are scraped: plain text is let in on the ports that serve nothing else.
 */
export function scrapedSpec(facts: DeploymentWorkload): Spec {
  const open = openMetricsPorts(facts).map(({ targetPort }) => [`${targetPort}`, { mode: 'PERMISSIVE' as const }]);
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    mtls: { mode: 'STRICT' },
    ...(open.length > 0 && { portLevelMtls: Object.fromEntries(open) }),
  };
}
