import type { ManifestObject } from '../manifests';
import { End, Network, openings } from '../network';
import { resolve, serviceOf } from './hosts';
import { inboundLayers } from './inbound';
import { normalizedPath } from './matching';
import { endOf, networkOfSystem, OUTSIDE } from './network-layers';
import { Arrival, arrivalsAt, Outbound, outboundTo, outboundToPod, unsplit } from './outbound';
import { isGrpc } from './protocol';
import { inAll, Layers, OUTSIDE_THE_MESH, Request, Verdict } from './request';
import { Asked, Routing } from './routing';
import { Scope, scopeOf } from './scope';
import { MeshService, portOf } from './services';
import { MeshOptions, System, systemOf } from './system';
import { hasSidecar, isPastSidecar, Workload } from './workloads';

export { OUTSIDE_THE_MESH } from './request';
export type { Request, Verdict } from './request';
export type { MeshOptions } from './system';
export type { Workload } from './workloads';

/** A destination's weight, and the workloads behind it. */
export interface Split {
  readonly weight: number;
  readonly workloads: readonly Workload[];
  /** The ports at which they get it. */
  readonly ports: readonly number[];
}

/**
 * Says from manifests alone who may call whom, layer by layer, as istiod and Envoy would; what it does not know it
 * throws.
 */
export class DecisionSimulator {
  public readonly workloads: readonly Workload[];
  public readonly services: readonly MeshService[];
  private readonly system: System;
  private readonly network: Network;
  private readonly scopes = new Map<Workload, Scope>();
  private readonly called = new Map<Workload, Map<number, MeshService>>();

  public constructor(manifests: readonly ManifestObject[], options: MeshOptions = {}) {
    this.system = systemOf(manifests, options);
    this.network = networkOfSystem(this.system);
    this.workloads = this.system.workloads;
    this.services = this.system.services;
  }

  /** A workload by its name, which is `name` or, where several namespaces have it, `namespace/name`. */
  public workload(name: string): Workload {
    const found = this.workloads.filter((each) => [each.name, `${each.namespace}/${each.name}`].includes(name));
    if (found.length !== 1) throw new Error(`there are ${found.length} of workload ${name}`);
    return found[0]!;
  }

  /** Verdicts of each layer on a request, for every possible destination. */
  public decide(request: Request): Verdict {
    return inAll(this.decideEach(request));
  }

  /** One verdict for each pod, or external host, at which a request may arrive. */
  public decideEach(request: Request): Verdict[] {
    const { egressScope, routed, routing, arrivals } = this.outbound(request);
    const asked = { ...this.requestLine(request), ...writtenHost(routing) };
    return arrivals.map((arrival) =>
      inAll([
        {
          egressScope,
          routed,
          ...this.networkLayers(request, arrival),
          ...inboundLayers(this.system, arrival, this.callerOf(request), asked),
        },
      ]),
    );
  }

  /**
   * The http route that a VirtualService has for a request, as it stands there; undefined where there is none for it.
   */
  public routeOf(request: Request): any {
    const { routing } = this.outbound(request);
    return routing.by === 'route' ? routing.http : undefined;
  }

  /** The destinations that get a share of such requests, with the workloads that get it. */
  public splitOf(request: Request): Split[] {
    return this.outbound(request).shares.map(({ weight, arrivals }) => ({
      weight,
      workloads: arrivals.flatMap(({ workload }) => workload ?? []),
      ports: arrivals.map(({ port }) => port),
    }));
  }

  private outbound(request: Request): Outbound {
    const { to, port } = request;
    const caller = this.callerOf(request);
    const scope = caller && this.scopeOf(caller);
    const plain = (arrivals: readonly Arrival[]): Outbound =>
      unsplit({ egressScope: true, routed: true, routing: { by: 'default' }, arrivals });
    if (typeof to !== 'string' && 'pod' in to) {
      return scope === undefined
        ? plain([{ workload: to.pod, port, addresses: [to.pod.address], tls: 'DISABLE' }])
        : outboundToPod(this.system, scope, caller!, to.pod, port);
    }
    const service = this.serviceOf(request);
    if (service === undefined)
      return { ...plain([{ port, addresses: [], tls: 'DISABLE' }]), egressScope: scope?.isRegistryOnly !== true };
    return scope === undefined
      ? plain(arrivalsAt(this.system, service, port, 'DISABLE'))
      : outboundTo(this.system, scope, caller!, service, this.requestLine(request));
  }

  private serviceOf({ from, to, port }: Request): MeshService | undefined {
    if (typeof to === 'string') return resolve(this.system, to, from === OUTSIDE_THE_MESH ? undefined : from.namespace);
    return 'pod' in to ? undefined : this.serviceOfWorkload(to, port);
  }

  private serviceOfWorkload(workload: Workload, port: number): MeshService {
    const known = this.called.get(workload) ?? new Map<number, MeshService>();
    const service = known.get(port) ?? serviceOf(this.system, workload, port);
    this.called.set(workload, known.set(port, service));
    return service;
  }

  /** The caller, if the request goes through its proxy. */
  private callerOf({ from, port }: Request): Workload | undefined {
    return from !== OUTSIDE_THE_MESH && hasSidecar(from, this.system.namespaces) && !isPastSidecar(from, port)
      ? from
      : undefined;
  }

  private requestLine(request: Request): Asked & { readonly host?: string | undefined } {
    const { to, port, method, path, headers = {} } = request;
    const service = this.serviceOf(request);
    const speaksGrpc = service?.kind === 'Service' && isGrpc(portOf(service, port));
    return {
      port,
      headers,
      method: method ?? (speaksGrpc ? 'POST' : undefined),
      path: path === undefined ? undefined : normalizedPath(path),
      // On other ports clients add the port, and clients of gRPC always may.
      host: request.host ?? (typeof to === 'string' && port === 80 && !speaksGrpc ? to : undefined),
    };
  }

  private networkLayers(
    { from }: Request,
    { workload, addresses, port }: Arrival,
  ): Pick<Layers, 'egressNetworkPolicy' | 'ingressNetworkPolicy'> {
    const [near, outside] = [
      from === OUTSIDE_THE_MESH ? OUTSIDE : endOf(from),
      addresses.length > 0 ? addresses.map((address): End => ({ address })) : [OUTSIDE],
    ];
    const all = (workload === undefined ? outside : [endOf(workload)]).map((far) =>
      openings(this.network, near, far, port),
    );
    return {
      egressNetworkPolicy: all.every(({ egress }) => egress),
      ingressNetworkPolicy: all.every(({ ingress }) => ingress),
    };
  }

  private scopeOf(workload: Workload): Scope {
    const scope = this.scopes.get(workload) ?? scopeOf(this.system, workload);
    this.scopes.set(workload, scope);
    return scope;
  }
}

/** The Host header that a route writes. */
function writtenHost(routing: Routing): { readonly host?: string } {
  const authority: string | undefined = routing.by === 'route' ? routing.http.rewrite?.authority : undefined;
  return authority === undefined ? {} : { host: authority };
}
