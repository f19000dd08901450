import type { ManifestObject } from '../manifests';
import { DecisionSimulator, MeshOptions, OUTSIDE_THE_MESH, Request } from './decision';

/** An object of a mesh. */
export function meshObject(kind: string, name: string, spec: object, namespace: string = 'shop'): ManifestObject {
  const group = ['AuthorizationPolicy', 'PeerAuthentication'].includes(kind) ? 'security' : 'networking';
  return { apiVersion: `${group}.istio.io/v1`, kind, metadata: { name, namespace }, spec };
}

/** A namespace whose pods have sidecars. */
export function namespace(
  name: string,
  labels: Readonly<Record<string, string>> = { 'istio-injection': 'enabled' },
): ManifestObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A Deployment under its own service account. */
export function deployment(
  name: string,
  of: string = 'shop',
  labels: Readonly<Record<string, string>> = {},
): ManifestObject {
  const containers = [{ name: 'main', ports: [{ name: 'web', containerPort: 8080 }] }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: of },
    spec: {
      template: { metadata: { labels: { app: name, ...labels } }, spec: { serviceAccountName: name, containers } },
    },
  };
}

/** A Service of three ports, one for each way to speak. */
export function service(name: string, of: string = 'shop', fields: object = {}): ManifestObject {
  const ports = [
    { name: 'web', port: 80, targetPort: 'web', appProtocol: 'http' },
    { name: 'grpc', port: 9090, targetPort: 9090 },
    { name: 'tcp-wire', port: 7000, targetPort: 7000 },
  ];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: of },
    spec: { selector: { app: name }, ports, ...fields },
  };
}

/** The callers and callees that real proxies were observed with. */
export const OBSERVED: readonly ManifestObject[] = [
  namespace('shop'),
  namespace('other'),
  namespace('istio-system', {}),
  deployment('cl'),
  deployment('cl2'),
  deployment('cl3', 'other'),
  ...['cart', 'canary'].flatMap((name) => [deployment(name), service(name)]),
  deployment('other', 'other'),
  service('other', 'other'),
];

/** The ingress gateway that a platform runs. */
export const INGRESS_GATEWAY: readonly ManifestObject[] = [
  namespace('istio-ingress'),
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'gateway', namespace: 'istio-ingress' },
    spec: { template: { metadata: { labels: { istio: 'ingress' } }, spec: { serviceAccountName: 'istio-ingress' } } },
  },
];

/** A simulator of the observed workloads and of objects beside them, with calls by name. */
export function mesh(objects: readonly ManifestObject[] = [], options: MeshOptions = {}) {
  const simulator = new DecisionSimulator([...OBSERVED, ...objects], options);
  const request = (
    from: string,
    to: string | { readonly pod: string },
    port: number,
    rest: Partial<Request> = {},
  ): Request => ({
    from: from === OUTSIDE_THE_MESH ? from : simulator.workload(from),
    to: typeof to === 'string' ? to : { pod: simulator.workload(to.pod) },
    port,
    method: 'GET',
    path: '/',
    ...rest,
  });
  return {
    simulator,
    decide: (...stated: Parameters<typeof request>) => simulator.decide(request(...stated)),
    routeOf: (...stated: Parameters<typeof request>) => simulator.routeOf(request(...stated)),
  };
}
