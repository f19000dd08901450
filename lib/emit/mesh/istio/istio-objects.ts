import type { Construct } from 'constructs';
import { freeId } from '../../../errors';
import { exposureName, type FollowedField, identityFields, Manifest, metadataOf } from '../../kubernetes';
import {
  type DeploymentDefinition,
  type DeploymentWorkload,
  type Edge,
  entersPlainly,
  meshEdges,
  metricsPorts,
  plainEdges,
  spanPort,
} from '../../../program';
import { type Exposure, MetricsAccessKind, type Port } from '../../../values';
import type { MeshObjects } from '../mesh';
import { activatorAuthorizationSpec } from './activator-authorization';
import { authorizationPolicySpec } from './authorization-policy';
import { clientFilterSpec } from './client-filter';
import { EXPORTED_TO } from './defaults';
import { destinationRuleSpec } from './destination-rule';
import { gatewaySpec } from './gateway';
import { gatewayPorts, gatewayRoutesSpec, redirectRoutesSpec } from './gateway-routes';
import type { IstioIngressGateway } from './ingress-gateway';
import { isScraped } from './open-metrics';
import type { IstioFacts } from './istio-facts';
import { plainTextSpec } from './peer-authentication';
import { hasReplicaRoutes, replicaDestinationSpec, replicaRoutesSpec } from './replica-routes';
import { sidecarSpec } from './sidecar';
import { hasVersionRoutes, versionRoutesName, versionRoutesSpec } from './version-routes';
import { virtualServiceSpec } from './virtual-service';
import { hasOwnTelemetry, workloadTelemetrySpec } from './workload-telemetry';

const NETWORKING = 'networking.istio.io/v1';
const TELEMETRY = 'telemetry.istio.io/v1';
const SECURITY = 'security.istio.io/v1';

/** Kinds that callers' proxies in other namespaces read. */
const EXPORTED: ReadonlySet<string> = new Set(['VirtualService', 'DestinationRule']);

/** True where plain HTTP of an exposure is sent to HTTPS. */
function redirects({ tlsSecret, httpsRedirect = true }: Exposure): boolean {
  return tlsSecret !== undefined && httpsRedirect;
}

/**
 * Istio's objects for one microservice. Their number follows from its ports and statements, not from the number of
 * callers.
 */
export class IstioObjects implements MeshObjects {
  private readonly made = new Set<string>();
  private readonly hasProxy: boolean;

  public constructor(
    private readonly scope: Construct,
    private readonly definition: DeploymentDefinition,
    private readonly workload: () => DeploymentWorkload,
    private readonly istio: IstioFacts,
  ) {
    // Pods in the network of their node have no proxy: what their callers' proxies do is all there is.
    this.hasProxy = definition.perNode?.hostNetwork !== true;
    if (!this.hasProxy) return;
    this.add('egress-scope', NETWORKING, 'Sidecar', () => sidecarSpec(workload()));
    // A namespace from elsewhere may deny nothing: what has no policy of its own would let everybody in.
    if (definition.podSecurity === undefined) this.authorize();
    this.authorizeCallersOfActivator();
    this.letScrapersIn();
    if (spanPort(definition) !== undefined) this.authorize();
    if (hasOwnTelemetry(definition))
      this.add('route-tags', TELEMETRY, 'Telemetry', () => workloadTelemetrySpec(workload()));
  }

  public called(edge: Edge): void {
    if (plainEdges([edge]).length > 0) {
      this.letPlainTextIn();
      return this.authorize();
    }
    const [inMesh] = meshEdges([edge]);
    // Connections over TCP need no object of the mesh.
    if (inMesh === undefined) return;
    this.authorize();
    this.addDestinations();
    if (inMesh.requests === undefined) return;
    if (!this.definition.delivery.ownsRoutes) this.addRoutes();
    this.addVersionRoutes([inMesh.port]);
  }

  public exposed(exposures: readonly Exposure[]): void {
    const { definition, workload } = this;
    const { ingressGateway } = this.istio;
    if (!definition.wayIn.isDefault) return this.enteredByOthers();
    if (ingressGateway === undefined) return;
    const { name, ports, delivery, activator, endpoint } = definition;
    this.authorize();
    const gateway = exposureName(name);
    this.addDestinations();
    // The activator sends the requests of all callers.
    if (activator !== undefined && !delivery.ownsRoutes) this.addRoutes();
    this.add('gateway', NETWORKING, 'Gateway', () => gatewaySpec(workload(), ingressGateway), gateway);
    if (!delivery.ownsRoutes) {
      const spec = () => gatewayRoutesSpec(workload(), ingressGateway);
      this.add('gateway-routes', NETWORKING, 'VirtualService', spec, gateway);
    }
    if (ingressGateway.acmeChallenges && exposures.some(redirects)) {
      const spec = () => redirectRoutesSpec(workload(), ingressGateway);
      this.add('gateway-redirects', NETWORKING, 'VirtualService', spec, `${gateway}-redirect`);
    }
    if (exposures.some(({ allowedSources }) => allowedSources.length > 0)) this.filterClients(ingressGateway);
    this.addVersionRoutes(gatewayPorts({ exposures, ports, endpoint }));
  }

  /** Lets in the pods of another way in: by their identity, or in plain text. */
  private enteredByOthers(): void {
    this.authorize();
    if (entersPlainly(this.definition)) this.letPlainTextIn();
    else this.addDestinations();
  }

  /** Refuses clients of other addresses where they arrive: the microservice sees the gateway's. */
  private filterClients(gateway: IstioIngressGateway): void {
    const { definition, workload } = this;
    const spec = () => clientFilterSpec(workload(), gateway);
    const name = `${definition.namespace}.${exposureName(definition.name)}`;
    this.add('gateway-clients', SECURITY, 'AuthorizationPolicy', spec, name, gateway.namespace);
  }

  private addRoutes(): void {
    this.add('routes', NETWORKING, 'VirtualService', () => virtualServiceSpec(this.workload()));
    const service = this.definition.stateful?.headlessService;
    if (service === undefined || !hasReplicaRoutes(this.definition.ports)) return;
    this.add(
      'routes-of-replicas',
      NETWORKING,
      'VirtualService',
      () => replicaRoutesSpec(this.workload(), service),
      service,
    );
  }

  /** One VirtualService for each port, since the routes of a controller have one port. */
  private addVersionRoutes(ports: readonly Port[]): void {
    const { definition, workload } = this;
    if (!hasVersionRoutes(definition)) return;
    for (const port of ports) {
      this.add(
        `routes-of-versions-${port.number}`,
        NETWORKING,
        'VirtualService',
        () => versionRoutesSpec(workload(), port),
        versionRoutesName(definition, port),
      );
    }
  }

  /** One DestinationRule for each called Service, except those that a delivery controller makes. */
  private addDestinations(): void {
    const { definition, workload } = this;
    const { versions, ownsRoutes } = definition.delivery;
    if (ownsRoutes) return;
    const replicas = definition.stateful?.headlessService;
    if (replicas !== undefined)
      this.add(
        'destination-replicas',
        NETWORKING,
        'DestinationRule',
        () => replicaDestinationSpec(workload(), replicas),
        replicas,
      );
    this.add('destination', NETWORKING, 'DestinationRule', () => destinationRuleSpec(workload()));
    if (versions === undefined) return;
    for (const [version, service] of Object.entries(versions) as [string, string][]) {
      this.add(
        `destination-${version}`,
        NETWORKING,
        'DestinationRule',
        () => destinationRuleSpec(workload(), service),
        service,
      );
    }
  }

  /** Opens the metrics ports of the application. The port of the proxy itself is open already. */
  private letScrapersIn(): void {
    const { definition } = this;
    const { ports, monitoring } = definition;
    const { _kind: kind } = monitoring.access;
    if (!isScraped(definition) || metricsPorts(ports).length === 0 || kind === MetricsAccessKind.MERGED) return;
    if (kind === MetricsAccessKind.OPEN_PORT) this.letPlainTextIn();
    this.authorize();
  }

  private letPlainTextIn(): void {
    if (!this.hasProxy) return;
    this.add('authentication', SECURITY, 'PeerAuthentication', () => plainTextSpec(this.workload()));
  }

  private authorize(): void {
    if (!this.hasProxy) return;
    this.add('authorization', SECURITY, 'AuthorizationPolicy', () =>
      authorizationPolicySpec(this.workload(), this.istio),
    );
  }

  /** Undeclared callers cannot wake the workload. Names join by a dot, which neither part can hold. */
  private authorizeCallersOfActivator(): void {
    const { definition, workload, istio } = this;
    const { activator, namespace, name } = definition;
    if (activator !== undefined)
      this.add(
        'activator-authorization',
        SECURITY,
        'AuthorizationPolicy',
        () => activatorAuthorizationSpec(workload(), activator, istio),
        `${namespace}.${name}`,
        activator.service.namespace,
      );
  }

  /** Names in a VirtualService by which a delivery controller finds the routes that split requests. */
  private namedByController(virtualService: string): FollowedField[] {
    const { delivery, mesh } = this.workload();
    const split = (mesh.routes ?? []).find((each) => each.virtualService === virtualService);
    if (delivery.addsRoutes === undefined || split === undefined) return [];
    const followers = `routings of ${delivery.provider}`;
    return [
      ...identityFields(followers),
      {
        field: 'the names of spec.http',
        followers,
        fix: 'keep the names of the routes, and patch their other fields',
        value: ({ spec }) =>
          ((spec?.http ?? []) as { readonly name?: string }[])
            .map(({ name }) => name)
            .filter((name) => split.routes.includes(name!)),
      },
    ];
  }

  private add(
    id: string,
    apiVersion: string,
    kind: string,
    spec: () => object,
    name = this.definition.name,
    namespace = this.definition.namespace,
  ): void {
    if (this.made.has(id)) return;
    this.made.add(id);
    // A program may have used the id already.
    new Manifest(this.scope, freeId(this.scope, id), {
      ...metadataOf(this.definition),
      name,
      namespace,
      apiVersion,
      kind,
      followed: () => (kind === 'VirtualService' ? this.namedByController(name) : []),
      fields: { spec: EXPORTED.has(kind) ? () => ({ ...spec(), exportTo: [...EXPORTED_TO] }) : spec },
    });
  }
}
