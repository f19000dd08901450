import { destinationRuleOf, expectExternalTls, statedTls, subsetOf } from './destination-rules';
import { notModelled, selectsLabels } from './matching';
import { protocolOf } from './protocol';
import { Asked, Routing, routing, shares } from './routing';
import type { Scope } from './scope';
import { backends, MeshPort, MeshService, podsBehind, portOf, workloadPort } from './services';
import type { MeshObject, System } from './system';
import type { Destination } from './virtual-services';
import type { Workload } from './workloads';

/** One pod, or an address outside, that may get a request, and how it gets there. */
export interface Arrival {
  readonly workload?: Workload;
  /** The port of the pod or address. */
  readonly port: number;
  readonly addresses: readonly string[];
  /** `auto` is mutual TLS wherever both sides have a sidecar and the callee takes it. */
  readonly tls: 'auto' | 'ISTIO_MUTUAL' | 'DISABLE';
}

/** Outcome of a request on the caller's side. */
export interface Outbound {
  readonly egressScope: boolean;
  readonly routed: boolean;
  readonly routing: Routing;
  readonly arrivals: readonly Arrival[];
  readonly shares: readonly Share[];
}

/** A destination, and what it gets. */
export interface Share {
  /** As its weight states it: of 100 requests, where the weights add up to that. */
  readonly weight: number;
  /** The pods, or addresses outside, that share it. */
  readonly arrivals: readonly Arrival[];
}

/** Outcome of a request that goes to its stated destination. */
export function unsplit(outbound: Omit<Outbound, 'shares'>): Outbound {
  return { ...outbound, shares: [{ weight: 100, arrivals: outbound.arrivals }] };
}

/** A call of a host by a proxy that keeps to a scope. */
export function outboundTo(
  system: System,
  scope: Scope,
  caller: Workload,
  service: MeshService,
  asked: Asked,
): Outbound {
  const isKnown = scope.includes(service, asked.port) && service.ports.some(({ number }) => number === asked.port);
  // What the proxy does not know, it passes on as it is, in plain text and past all routes.
  if (!isKnown) {
    const arrivals = arrivalsAt(system, service, asked.port, scope.isRegistryOnly ? 'auto' : 'DISABLE');
    return unsplit({ egressScope: !scope.isRegistryOnly, routed: true, routing: { by: 'default' }, arrivals });
  }
  const chosen = routing(system, scope, caller, service, asked);
  const straight = () =>
    arrivalsAt(
      system,
      service,
      asked.port,
      tlsTo(service, destinationRuleOf(system, caller, service), asked.port, undefined),
    );
  if (chosen.by !== 'route')
    return unsplit({ egressScope: true, routed: chosen.by === 'default', routing: chosen, arrivals: straight() });
  const routed = shares(chosen, system).map(({ weight, ...destination }): Share => ({
    weight,
    arrivals: arrivalsBy(system, scope, caller, destination, asked.port),
  }));
  const found = routed.flatMap(({ arrivals }) => arrivals);
  // A share that ends nowhere is answered with 503.
  return {
    egressScope: true,
    routed: routed.every(({ arrivals }) => arrivals.length > 0),
    routing: chosen,
    arrivals: found.length > 0 ? found : straight(),
    shares: routed,
  };
}

/** The pods that a route leads to; none where the proxy knows no such host, port or subset. */
function arrivalsBy(
  system: System,
  scope: Scope,
  caller: Workload,
  destination: Destination,
  asked: number,
): Arrival[] {
  const to = system.services.find(({ host }) => host === destination.host);
  const port = destination.port ?? (to?.ports.length === 1 ? to.ports[0]!.number : asked);
  if (to === undefined || !to.ports.some(({ number }) => number === port) || !scope.includes(to, port)) return [];
  const rule = destinationRuleOf(system, caller, to);
  const subset = subsetOf(rule, destination.subset);
  if (destination.subset !== undefined && subset === undefined) return [];
  if (to.kind === 'Service' && podsBehind(to, system.workloads).length === 0) return [];
  return arrivalsAt(system, to, port, tlsTo(to, rule, port, destination.subset), subset?.labels);
}

/** TLS of a caller's proxy towards a host. Outside the mesh, the callee has no mutual TLS of its own. */
function tlsTo(
  { kind }: MeshService,
  rule: MeshObject | undefined,
  port: number,
  subset: string | undefined,
): Arrival['tls'] {
  if (kind === 'Service') return statedTls(rule, port, subset);
  expectExternalTls(rule, port);
  return 'DISABLE';
}

/** Every pod behind a Service, or the addresses of an external host. */
export function arrivalsAt(
  system: System,
  service: MeshService,
  port: number,
  tls: Arrival['tls'],
  subset?: Readonly<Record<string, string>>,
): Arrival[] {
  if (service.kind === 'ServiceEntry') {
    const target = service.ports.find(({ number }) => number === port)?.targetPort ?? port;
    return [{ port: Number(target), addresses: service.addresses, tls: 'DISABLE' }];
  }
  const of = portOf(service, port);
  const pods = backends(service, system.workloads).filter(({ labels }) => selectsLabels(subset, labels));
  if (pods.length === 0)
    throw new Error(
      `no workload of Service ${service.namespace}/${service.name} has the labels ${JSON.stringify(subset)}`,
    );
  return pods.map((workload) => ({ workload, port: workloadPort(of, workload), addresses: [workload.address], tls }));
}

/**
 * A call of a pod by its address: known to the proxy only by a headless Service with that very port, and only as bytes.
 * Requests name the address as their host, which is none that a proxy knows.
 */
export function outboundToPod(system: System, scope: Scope, caller: Workload, pod: Workload, port: number): Outbound {
  const headless = system.services.find(
    (service) =>
      service.isHeadless &&
      service.namespace === pod.namespace &&
      selectsLabels(service.selector, pod.labels) &&
      service.ports.some(
        (each) => each.number === port && workloadPort(each, pod) === port && isBytes(each, service),
      ) &&
      scope.includes(service, port),
  );
  if (headless === undefined)
    return unsplit({
      egressScope: !scope.isRegistryOnly,
      routed: true,
      routing: { by: 'default' },
      arrivals: [{ workload: pod, port, addresses: [pod.address], tls: 'DISABLE' }],
    });
  return unsplit({
    egressScope: true,
    routed: true,
    routing: { by: 'default' },
    arrivals: [
      {
        workload: pod,
        port,
        addresses: [pod.address],
        tls: statedTls(destinationRuleOf(system, caller, headless), port, undefined),
      },
    ],
  });
}

function isBytes(port: MeshPort, { host }: MeshService): boolean {
  return (protocolOf(port) ?? notModelled(`port ${port.number} of ${host} without a protocol`)) === 'TCP';
}
