import type { Construct } from 'constructs';
import { freeId } from '../../../errors';
import { exposureName, Manifest, metadataOf } from '../../kubernetes';
import { meshRoutes, metricsPorts, MicroserviceFacts } from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';
import type { MeshObjects } from '../mesh';
import { activatorAuthorizationSpec } from './activator-authorization';
import { authorizationPolicySpec } from './authorization-policy';
import { destinationRuleSpec } from './destination-rule';
import { gatewayPorts, gatewayRoutesSpec, gatewaySpec } from './gateway';
import { inboundCalls, isScraped } from './inbound';
import type { IstioFacts } from './istio-facts';
import { scrapedSpec } from './peer-authentication';
import { routeTagsSpec } from './route-tags';
import { sidecarSpec } from './sidecar';
import { hasVersionRoutes, versionRoutesName, versionRoutesSpec } from './version-routes';
import { hasRoutes, virtualServiceSpec } from './virtual-service';

const NETWORKING = 'networking.istio.io/v1';
const TELEMETRY = 'telemetry.istio.io/v1';
const SECURITY = 'security.istio.io/v1';

/**
 * Istio's objects for one microservice: as many as its ports and statements ask for, however many callers there are.
 */
export class IstioObjects implements MeshObjects {
  private readonly made = new Set<string>();

  public constructor(
    private readonly scope: Construct,
    private readonly facts: MicroserviceFacts,
    private readonly istio: IstioFacts,
  ) {
    this.add('egress-scope', NETWORKING, 'Sidecar', () => sidecarSpec(facts));
    this.keepStrangersFromActivator();
    this.letScrapersIn();
    if (meshRoutes(facts).length > 0) this.add('route-tags', TELEMETRY, 'Telemetry', () => routeTagsSpec(facts));
  }

  public called(): void {
    const { facts } = this;
    const calls = inboundCalls(facts);
    // What does not come through the mesh needs nothing of it.
    if (calls.length === 0) return;
    this.authorize();
    this.addDestinations();
    if (hasRoutes(calls.map(({ port }) => port)) && !facts.delivery.ownsRoutes) this.addRoutes();
    this.addVersionRoutes(calls.map(({ port }) => port).filter(({ protocol }) => protocol.hasRequests));
  }

  public exposed(): void {
    const { facts } = this;
    const { ingressGateway } = this.istio;
    if (ingressGateway === undefined) return;
    this.authorize();
    const name = exposureName(facts.name);
    if (facts.delivery.versions !== undefined || facts.activator !== undefined) this.addDestinations();
    // Requests come from what holds them, whoever sent them there.
    if (facts.activator !== undefined && !facts.delivery.ownsRoutes) this.addRoutes();
    this.add('gateway', NETWORKING, 'Gateway', () => gatewaySpec(facts, ingressGateway), name);
    if (!facts.delivery.ownsRoutes)
      this.add(
        'gateway-routes',
        NETWORKING,
        'VirtualService',
        () => gatewayRoutesSpec(facts, `${facts.namespace}/${name}`),
        name,
      );
    this.addVersionRoutes(gatewayPorts(facts));
  }

  private addRoutes(): void {
    this.add('routes', NETWORKING, 'VirtualService', () => virtualServiceSpec(this.facts));
  }

  /** One for each port: a controller's own routes lead to one port alone. */
  private addVersionRoutes(ports: readonly Port[]): void {
    const { facts } = this;
    if (!hasVersionRoutes(facts)) return;
    for (const port of ports) {
      this.add(
        `routes-of-versions-${port.number}`,
        NETWORKING,
        'VirtualService',
        () => versionRoutesSpec(facts, port),
        versionRoutesName(facts, port),
      );
    }
  }

  /** One for each Service that requests are sent to, but for those that a delivery controller makes. */
  private addDestinations(): void {
    const { facts } = this;
    const { versions, ownsRoutes } = facts.delivery;
    if (ownsRoutes) return;
    this.add('destination', NETWORKING, 'DestinationRule', () => destinationRuleSpec(facts));
    if (versions === undefined) return;
    for (const [version, service] of Object.entries(versions) as [string, string][]) {
      this.add(
        `destination-${version}`,
        NETWORKING,
        'DestinationRule',
        () => destinationRuleSpec(facts, service),
        service,
      );
    }
  }

  /** Beside the proxy's own port, which is open. */
  private letScrapersIn(): void {
    const { facts } = this;
    const { ports, monitoring } = facts;
    const { kind } = monitoring.access;
    if (!isScraped(facts) || metricsPorts(ports).length === 0 || kind === MetricsAccessKind.MERGED) return;
    if (kind === MetricsAccessKind.OPEN_PORT)
      this.add('authentication', SECURITY, 'PeerAuthentication', () => scrapedSpec(facts));
    this.authorize();
  }

  private authorize(): void {
    this.add('authorization', SECURITY, 'AuthorizationPolicy', () => authorizationPolicySpec(this.facts, this.istio));
  }

  /** Whoever nobody declares starts no replica either. Namespaces and names have dashes of their own, but no dots. */
  private keepStrangersFromActivator(): void {
    const { facts, istio } = this;
    const { activator, namespace, name } = facts;
    if (activator !== undefined)
      this.add(
        'activator-authorization',
        SECURITY,
        'AuthorizationPolicy',
        () => activatorAuthorizationSpec(facts, activator, istio),
        `${namespace}.${name}`,
        activator.service.namespace,
      );
  }

  private add(
    id: string,
    apiVersion: string,
    kind: string,
    spec: () => unknown,
    name = this.facts.name,
    namespace = this.facts.namespace,
  ): void {
    if (this.made.has(id)) return;
    this.made.add(id);
    // Programs may have put something of that id there before.
    new Manifest(this.scope, freeId(this.scope, id), {
      ...metadataOf(this.facts),
      name,
      namespace,
      apiVersion,
      kind,
      fields: { spec },
    });
  }
}
