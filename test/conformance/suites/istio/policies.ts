import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** The namespace of the microservices; one outside of the mesh. */
export const SHOP = 'shop';
export const OUTSIDE = 'outside';

/** Policy that the callee promises to a caller, in seconds. */
export const PROMISED = { timeout: 1, perTryTimeout: 0.4, attempts: 2 } as const;

/** The objects around the pods: `checkout` may call `cart`, nobody else may. */
export const SURROUNDINGS: readonly KubernetesObject[] = [
  namespace(SHOP, { 'istio-injection': 'enabled', 'pod-security.kubernetes.io/enforce': 'restricted' }),
  namespace(OUTSIDE, {}),
  ...['cart', 'checkout', 'intruder'].flatMap((name) => [account(SHOP, name), service(name)]),
  account(OUTSIDE, 'outsider'),
  { ...istio('security.istio.io/v1', 'PeerAuthentication', 'default'), spec: { mtls: { mode: 'STRICT' } } },
  { ...istio('security.istio.io/v1', 'AuthorizationPolicy', 'deny-all'), spec: {} },
  callersOfCart('checkout'),
  {
    ...istio('networking.istio.io/v1', 'VirtualService', 'cart'),
    spec: {
      hosts: ['cart'],
      http: [8080, 9090].map((number) => ({
        match: [{ port: number }],
        timeout: `${PROMISED.timeout}s`,
        retries: {
          attempts: PROMISED.attempts - 1,
          perTryTimeout: `${PROMISED.perTryTimeout * 1000}ms`,
          retryOn: 'gateway-error,unavailable',
        },
        route: [{ destination: { host: 'cart', port: { number } } }],
      })),
    },
  },
  {
    ...istio('networking.istio.io/v1', 'DestinationRule', 'cart'),
    spec: {
      host: 'cart',
      trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' }, connectionPool: { tcp: { connectTimeout: '500ms' } } },
    },
  },
];

/** The policy that names the one caller of `cart`. */
export function callersOfCart(caller: string): KubernetesObject {
  return {
    ...istio('security.istio.io/v1', 'AuthorizationPolicy', 'cart'),
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'cart' } },
      action: 'ALLOW',
      rules: [{ from: [{ source: { principals: [`cluster.local/ns/${SHOP}/sa/${caller}`] } }] }],
    },
  };
}

/** A Pod of one of the microservices, as Pod Security `restricted` admits it. */
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
    spec: {
      serviceAccountName: name,
      containers: [
        {
          name,
          image: 'application',
          securityContext,
          ports: [
            { name: 'http', containerPort: 8080 },
            { name: 'grpc', containerPort: 9090 },
          ],
        },
      ],
    },
  };
}

function namespace(name: string, labels: Readonly<Record<string, string>>): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function account(namespace: string, name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
}

function service(name: string): KubernetesObject {
  const ports = [
    { name: 'http', port: 8080, targetPort: 'http', appProtocol: 'http' },
    { name: 'grpc', port: 9090, targetPort: 'grpc', appProtocol: 'grpc' },
  ];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: SHOP },
    spec: { selector: { 'app.kubernetes.io/name': name }, ports },
  };
}

function istio(apiVersion: string, kind: string, name: string): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace: SHOP } };
}
