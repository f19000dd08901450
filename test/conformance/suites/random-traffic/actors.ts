import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ROUTE_LOG } from '../../mesh';

/** A workload that no system states. */
export interface Actor {
  readonly namespace: string;
  readonly name: string;
}

/** The pods whose account the ingress gateway has. */
export const GATEWAY_ACTOR: Actor = { namespace: 'istio-ingress', name: 'gateway' };
/** A pod without a sidecar. */
export const OUTSIDER: Actor = { namespace: 'outside', name: 'outsider' };

/** A pod of the mesh in a system's namespace: no policy and no scope knows it. */
export function proberIn(namespace: string): Actor {
  return { namespace, name: 'prober' };
}

/** Everything that makes the actors, of which those of a system's namespace have their namespace from it. */
export function actorObjects(namespaces: readonly string[]): KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: OUTSIDER.namespace } },
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: GATEWAY_ACTOR.namespace, labels: { 'istio-injection': 'enabled' } },
    },
    {
      apiVersion: 'telemetry.istio.io/v1',
      kind: 'Telemetry',
      metadata: { namespace: 'istio-system', name: ROUTE_LOG },
      spec: { accessLogging: [{ providers: [{ name: ROUTE_LOG }] }] },
    },
    ...workload(OUTSIDER, 'outsider', { app: 'outsider' }),
    ...workload(GATEWAY_ACTOR, 'istio-ingress', { istio: 'ingress' }),
    ...namespaces.flatMap((namespace) => workload(proberIn(namespace), 'prober', { app: 'prober' })),
  ];
}

/** A Deployment whose pods Pod Security `restricted` admits, and its account. */
function workload(
  { namespace, name }: Actor,
  serviceAccountName: string,
  labels: Readonly<Record<string, string>>,
): KubernetesObject[] {
  const securityContext = {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  };
  const spec = { serviceAccountName, containers: [{ name, image: 'application', securityContext }] };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name: serviceAccountName } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { namespace, name },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
    },
  ];
}
