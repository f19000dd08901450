import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import { exposedPorts } from '../../kubernetes';
import { type DeploymentWorkload, entersPlainly, plainEdges } from '../../../program';
import { openMetricsPorts } from './open-metrics';

type Spec = NonNullable<IPeerAuthentication['spec']>;

/** Refuses plain text in a whole namespace. */
export function strictSpec(): Spec {
  return { mtls: { mode: 'STRICT' } };
}

/**
 * Lets plain text in on the ports of a microservice that serve only metrics, or that callers without a proxy or clients
 * outside use, and refuses it on all others.
 */
export function plainTextSpec(facts: DeploymentWorkload): Spec {
  const ports = [
    ...openMetricsPorts(facts),
    ...plainEdges(facts.inbound).map(({ port }) => port),
    ...(entersPlainly(facts) ? exposedPorts(facts) : []),
  ];
  const open = ports.map(({ targetPort }) => [`${targetPort}`, { mode: 'PERMISSIVE' as const }]);
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    mtls: { mode: 'STRICT' },
    ...(open.length > 0 && { portLevelMtls: Object.fromEntries(open) }),
  };
}
