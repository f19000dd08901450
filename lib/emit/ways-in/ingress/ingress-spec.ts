import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { type DeploymentWorkload, requestsOf } from '../../../program';
import type { ExposedPort } from '../exposed';
import { ControllerKind, type IngressFacts } from './facts';

type Spec = NonNullable<IIngress['spec']>;
type Path = NonNullable<NonNullable<NonNullable<Spec['rules']>[number]['http']>['paths']>[number];

/** Ingress for one exposure: its host, its paths and its certificate. */
export function ingressSpec(
  { name, delivery: { versions } }: DeploymentWorkload,
  { exposure: { host, tlsSecret, options = {} }, port }: ExposedPort,
  { className, kind }: IngressFacts,
  isSecure: boolean,
): Spec {
  const hosts = host === '*' ? {} : { host: host! };
  const { paths = ['/*'] } = requestsOf(options, port) ?? {};
  // Annotations of the Service tell Traefik how to speak to it: of all versions there is one.
  const service = kind === ControllerKind.NGINX ? (versions?.stable ?? name) : name;
  return {
    ingressClassName: className,
    ...(isSecure && {
      tls: [{ ...(host !== '*' && { hosts: [host!] }), secretName: tlsSecret! }],
    }),
    rules: [
      {
        ...hosts,
        http: {
          paths: paths.map((path): Path => ({
            ...pathOf(path),
            backend: { service: { name: service, port: { number: port.number } } },
          })),
        },
      },
    ],
  };
}

/** Prefixes are whole elements of a path: `/api/*` is below `/api`. */
function pathOf(path: string): Pick<Path, 'path' | 'pathType'> {
  return path.endsWith('*')
    ? { path: path.slice(0, -1).replace(/(.)\/$/, '$1'), pathType: 'Prefix' }
    : { path, pathType: 'Exact' };
}
