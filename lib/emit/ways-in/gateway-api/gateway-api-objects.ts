import { exposureName, isDnsSubdomain } from '../../kubernetes';
import { type Exposure, Protocol } from '../../../values';
import { exposed, type ExposedPort } from '../exposed';
import { MadeOnce } from '../made-once';
import type { Entered, WayInObjects } from '../way-in';
import { type GatewayApiFacts, SINCE } from './facts';
import { istioClientsSpec } from './istio-clients';
import { gatewayOf, gatewaySpec, hostName, isApart, parentsOf, redirects, referenceGrantSpec } from './listeners';
import { connectionRouteSpec, grpcRouteSpec, httpRouteSpec, redirectSpec } from './routes';

const API = 'gateway.networking.k8s.io';

/** Routes of one microservice, and the Gateway that the program makes for it. */
export class GatewayApiObjects implements WayInObjects {
  private readonly objects: MadeOnce;

  public constructor(
    private readonly entered: Entered,
    private readonly api: GatewayApiFacts,
  ) {
    this.objects = new MadeOnce(entered);
  }

  public exposed(exposures: readonly Exposure[]): void {
    const { definition } = this.entered;
    const [last] = exposed({ exposures: exposures.slice(-1), ports: definition.ports });
    // Nothing leads to a port that is not there, and no name holds an invalid host: a finding says so.
    if (last === undefined || !isDnsSubdomain(hostName(last.exposure.host ?? '*'))) return;
    if (!this.canRoute(last)) return;
    this.addRoutes(last);
    this.addGateway(last);
  }

  private canRoute({ exposure, port: { protocol } }: ExposedPort): boolean {
    const { version } = this.api;
    if (protocol.hasRequests) return exposure.host !== undefined;
    if (protocol === Protocol.TLS) return version.atLeast(SINCE.tlsRoute);
    return version.atLeast(protocol.transport === 'TCP' ? SINCE.tcpRoute : SINCE.udpRoute);
  }

  private addRoutes(last: ExposedPort): void {
    const { entered, api } = this;
    const { definition, workload } = entered;
    const { exposure, port } = last;
    if (parentsOf(last, api, definition).served.length === 0) return;
    const host = exposure.host ?? '*';
    if (!port.protocol.hasRequests) {
      const kind = port.protocol === Protocol.TLS ? 'TLSRoute' : `${port.protocol.transport}Route`;
      const name = kind === 'TLSRoute' ? `${port.number}.${hostName(host)}` : `${port.number}`;
      return this.add(`route-${name}`, kind, () => connectionRouteSpec(workload(), last, api), this.routeName(name));
    }
    const name = this.routeName(hostName(host));
    if (port.protocol === Protocol.GRPC)
      this.add(`route-grpc-${host}`, 'GRPCRoute', () => grpcRouteSpec(workload(), host, api), name);
    else this.add(`route-http-${host}`, 'HTTPRoute', () => httpRouteSpec(workload(), host, api), name);
    if (redirects(exposure, api))
      this.add(`redirect-${host}`, 'HTTPRoute', () => redirectSpec(workload(), host, api), `${name}.redirect`);
  }

  private addGateway({ exposure }: ExposedPort): void {
    const { entered, api } = this;
    const { definition, workload } = entered;
    const gateway = gatewayOf(api, definition);
    const apart = `${definition.namespace}.${exposureName(definition.name)}`;
    if (api.gateway === undefined)
      this.add('gateway', 'Gateway', () => gatewaySpec(workload(), api), gateway.name, gateway.namespace);
    if (api.gateway === undefined && exposure.tlsSecret !== undefined && isApart(api))
      this.add(
        'gateway-secrets',
        'ReferenceGrant',
        () => referenceGrantSpec(workload(), api),
        apart,
        api.certificateNamespace,
      );
    if (exposure.allowedSources.length > 0 && api.gatewayClass._isIstio)
      this.add(
        'gateway-clients',
        'AuthorizationPolicy',
        () => istioClientsSpec(workload(), gateway.name),
        apart,
        gateway.namespace,
      );
  }

  private routeName(end: string): string {
    return `${exposureName(this.entered.definition.name)}.${end}`;
  }

  private add(
    id: string,
    kind: string,
    spec: () => object,
    name: string,
    namespace = this.entered.definition.namespace,
  ): void {
    const annotations = kind === 'Gateway' ? this.api.issuer?._annotations : {};
    this.objects.add(id, { apiVersion: apiVersionOf(kind), kind, name, namespace, annotations, spec });
  }
}

function apiVersionOf(kind: string): string {
  if (kind === 'AuthorizationPolicy') return 'security.istio.io/v1';
  // The version that all releases of the standard channel serve.
  return kind === 'ReferenceGrant' ? `${API}/v1beta1` : `${API}/v1`;
}
