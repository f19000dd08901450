import { type DeploymentWorkload, unique } from '../../../program';
import { type Exposure, Protocol } from '../../../values';
import { exposed, type ExposedPort } from '../exposed';
import type { GatewayApiFacts } from './facts';
import type { GatewayName } from './gateway-class';
import type { GatewaySpec, Listener, ParentRef, ReferenceGrantSpec } from './types';

const [HTTP_PORT, HTTPS_PORT] = [80, 443];

/** Name of the listener of plain HTTP in the Gateways that programs make. */
const HTTP_LISTENER = 'http';

type Exposed = Pick<DeploymentWorkload, 'name' | 'namespace' | 'exposures' | 'ports'>;

/** Gateway of a workload: the platform's, or its own. */
export function gatewayOf(
  { gateway, namespace }: GatewayApiFacts,
  workload: Pick<Exposed, 'name' | 'namespace'>,
): GatewayName {
  return gateway === undefined
    ? { name: `${workload.namespace}-${workload.name}`, namespace }
    : { name: gateway.name, namespace: gateway.namespace };
}

/** Text of a host in names: they have no asterisk. */
export function hostName(host: string): string {
  return host.replace('*', 'any');
}

/** True where plain HTTP of a host is sent to HTTPS. */
export function redirects(exposure: Exposure, { gateway }: GatewayApiFacts): boolean {
  return gateway === undefined
    ? exposure.tlsSecret !== undefined && exposure.httpsRedirect !== false
    : gateway.httpListener !== undefined && gateway.httpsListener !== undefined && exposure.httpsRedirect !== false;
}

/** Listeners at which requests of an exposure arrive; those of its redirect apart. */
export function parentsOf(
  { exposure, port }: ExposedPort,
  facts: GatewayApiFacts,
  workload: Pick<Exposed, 'name' | 'namespace'>,
): { readonly served: ParentRef[]; readonly redirected: ParentRef[] } {
  const { plain, secure } = listenersOf({ exposure, port }, facts);
  const named = (sectionName: string | undefined) =>
    sectionName === undefined ? [] : [{ ...gatewayOf(facts, workload), sectionName }];
  return port.protocol.hasRequests && redirects(exposure, facts)
    ? { served: named(secure), redirected: named(plain) }
    : { served: [...named(plain), ...named(secure)], redirected: [] };
}

function listenersOf(
  { exposure: { host = '*', tlsSecret }, port: { protocol, number } }: ExposedPort,
  { gateway }: GatewayApiFacts,
): { readonly plain?: string | undefined; readonly secure?: string | undefined } {
  if (protocol.hasRequests)
    return gateway === undefined
      ? { plain: HTTP_LISTENER, ...(tlsSecret !== undefined && { secure: `https-${hostName(host)}` }) }
      : { plain: gateway.httpListener, secure: gateway.httpsListener };
  if (protocol === Protocol.TLS)
    return { secure: gateway === undefined ? `tls-${number}-${hostName(host)}` : gateway.tlsListener };
  return {
    plain: gateway === undefined ? `${protocol.transport.toLowerCase()}-${number}` : gateway.listeners?.[`${number}`],
  };
}

/** The Gateway of one workload. */
export function gatewaySpec(workload: Exposed, facts: GatewayApiFacts): GatewaySpec {
  const listeners = exposed(workload).flatMap((each) => ownListeners(each, workload, facts));
  return {
    gatewayClassName: facts.gatewayClass.name,
    listeners: [...new Map(listeners.map((each) => [each.name, each])).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
  };
}

function ownListeners(each: ExposedPort, { namespace }: Exposed, facts: GatewayApiFacts): Listener[] {
  const {
    exposure: { host = '*', tlsSecret },
    port: { protocol, number },
  } = each;
  const { plain, secure } = listenersOf(each, facts);
  const allowedRoutes: Listener['allowedRoutes'] = {
    namespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
  };
  const hostname = host === '*' ? {} : { hostname: host };
  if (!protocol.hasRequests)
    return protocol === Protocol.TLS
      ? [{ name: secure!, port: number, protocol: 'TLS', ...hostname, tls: { mode: 'Passthrough' }, allowedRoutes }]
      : [{ name: plain!, port: number, protocol: protocol.transport as 'TCP', allowedRoutes }];
  return [
    { name: plain!, port: HTTP_PORT, protocol: 'HTTP', allowedRoutes },
    ...(tlsSecret === undefined
      ? []
      : [
          {
            name: secure!,
            port: HTTPS_PORT,
            protocol: 'HTTPS' as const,
            ...hostname,
            tls: { mode: 'Terminate' as const, certificateRefs: [certificateRef(tlsSecret, facts)] },
            allowedRoutes,
          },
        ]),
  ];
}

function certificateRef(name: string, { namespace, certificateNamespace }: GatewayApiFacts) {
  return { name, ...(isApart({ namespace, certificateNamespace }) && { namespace: certificateNamespace! }) };
}

/** True where the Secrets are in another namespace than the Gateways. */
export function isApart({
  namespace,
  certificateNamespace,
}: {
  readonly namespace: string;
  readonly certificateNamespace?: string | undefined;
}): boolean {
  return certificateNamespace !== undefined && certificateNamespace !== namespace;
}

/** Lets Gateways use the Secrets of a workload's hosts. */
export function referenceGrantSpec({ exposures }: Exposed, { namespace }: GatewayApiFacts): ReferenceGrantSpec {
  return {
    from: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace }],
    to: unique(exposures.flatMap(({ tlsSecret }) => tlsSecret ?? [])).map((name) => ({
      group: '',
      kind: 'Secret',
      name,
    })),
  };
}
