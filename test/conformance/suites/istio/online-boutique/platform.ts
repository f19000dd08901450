import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { GATEWAY } from '../../../isolation';
import type { HostEntry, KeyPair } from '../../../mesh';

/** The namespaces of the microservices, of the ingress gateway, and one outside of the mesh. */
export const BOUTIQUE = 'online-boutique';
export const OUTSIDE = 'outside';
const INGRESS = 'istio-ingress';

/** A host that answers whoever reaches it, and that no microservice calls. */
export const UNKNOWN_HOST: HostEntry = { address: GATEWAY, names: ['unknown.example.com'] };
export const UNKNOWN_PORT = 8000;

/** Surroundings of the microservices: workloads in and outside of the mesh, the gateway, and its certificate. */
export function platformObjects({ cert, key }: KeyPair): KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: OUTSIDE } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: INGRESS } },
    ...[
      [OUTSIDE, 'outsider'],
      [BOUTIQUE, 'prober'],
      [INGRESS, 'istio-ingress'],
    ].map(([namespace, name]): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { namespace, name: name! },
    })),
    // A pod that is only looked for by analysers: nothing runs in it.
    {
      ...podOf(INGRESS, 'istio-ingress'),
      metadata: { namespace: INGRESS, name: 'istio-ingress', labels: { istio: 'ingress' } },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: INGRESS, name: 'shop-example-com' },
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': cert, 'tls.key': key },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: INGRESS, name: 'istio-ingress' },
      spec: { selector: { istio: 'ingress' }, ports: [80, 443].map((port) => ({ name: `port-${port}`, port })) },
    },
  ];
}

/** A Pod with an account of its own that Pod Security `restricted` admits, and that no policy selects. */
export function podOf(namespace: string, name: string): KubernetesObject {
  const securityContext = {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/name': name } },
    spec: { serviceAccountName: name, containers: [{ name, image: 'application', securityContext }] },
  };
}
