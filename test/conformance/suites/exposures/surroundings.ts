import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { KeyPair } from '../../mesh';

const INGRESS = 'istio-ingress';
/** The path of a challenge, and the port at which it is answered. */
export const CHALLENGE = '/.well-known/acme-challenge/token';
const SOLVER_PORT = 8089;
/** The Secret with the certificate of all hosts. */
export const SECRET = 'example-com';
/** A caller without a sidecar, and one of the mesh that nobody names. */
export const OUTSIDE = { name: 'outsider', namespace: 'outside' } as const;
const STRANGER = { name: 'stranger', namespace: 'strangers' } as const;

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** The gateway's pod, as Istio's `gateway` chart states it: istiod injects the proxy. */
export const GATEWAY_POD: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'istio-ingress',
    namespace: INGRESS,
    labels: { istio: 'ingress', 'sidecar.istio.io/inject': 'true' },
    annotations: { 'inject.istio.io/templates': 'gateway' },
  },
  spec: { serviceAccountName: INGRESS, containers: [{ name: 'istio-proxy', image: 'auto' }] },
};

/** The pod that answers a challenge, as cert-manager makes one. */
export const SOLVER_POD: KubernetesObject = {
  ...podOf({ namespace: INGRESS, name: 'solver' }, { 'sidecar.istio.io/inject': 'false' }),
  spec: { containers: [{ name: 'solver', image: 'solver', ports: [{ containerPort: SOLVER_PORT, name: 'http' }] }] },
};
export const OUTSIDER_POD = podOf(OUTSIDE, {});
export const STRANGER_POD = podOf(STRANGER, {});

/** The gateway's account, Service and certificate, and the Ingress of a challenge for a host. */
export function surroundings({ cert, key }: KeyPair, host: string): KubernetesObject[] {
  const named = (apiVersion: string, kind: string, name: string = INGRESS, namespace: string = INGRESS) => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
  });
  const role = 'rbac.authorization.k8s.io';
  return [
    namespace(INGRESS, true),
    namespace(OUTSIDE.namespace, false),
    namespace(STRANGER.namespace, true),
    named('v1', 'ServiceAccount'),
    ...[OUTSIDE, STRANGER].map(({ name, namespace: its }) => named('v1', 'ServiceAccount', name, its)),
    {
      ...named(`${role}/v1`, 'Role'),
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }],
    },
    {
      ...named(`${role}/v1`, 'RoleBinding'),
      roleRef: { apiGroup: role, kind: 'Role', name: INGRESS },
      subjects: [{ kind: 'ServiceAccount', name: INGRESS }],
    },
    {
      ...named('v1', 'Service'),
      spec: { selector: { istio: 'ingress' }, ports: [80, 443].map((port) => ({ name: `port-${port}`, port })) },
    },
    {
      ...named('v1', 'Service', 'solver'),
      spec: { selector: { 'app.kubernetes.io/name': 'solver' }, ports: [{ name: 'http', port: SOLVER_PORT }] },
    },
    {
      ...named('v1', 'Secret', SECRET),
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': cert, 'tls.key': key },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'solver', namespace: INGRESS, annotations: { 'kubernetes.io/ingress.class': 'istio' } },
      spec: {
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path: CHALLENGE,
                  pathType: 'ImplementationSpecific',
                  backend: { service: { name: 'solver', port: { number: SOLVER_PORT } } },
                },
              ],
            },
          },
        ],
      },
    },
  ];
}

function namespace(name: string, isInjected: boolean): KubernetesObject {
  const labels: Record<string, string> = isInjected ? { 'istio-injection': 'enabled' } : {};
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function podOf(
  { namespace: its, name }: { readonly namespace: string; readonly name: string },
  labels: Readonly<Record<string, string>>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: its, labels: { 'app.kubernetes.io/name': name, ...labels } },
    spec: { serviceAccountName: name, containers: [{ name, image: 'application', securityContext: RESTRICTED }] },
  };
}
