import type { LocatedObject } from '../../manifests';
import { ContainerPort, nameServer, outsideOf, Endpoint, unstatedPodsOf, workloadsOf } from './endpoints';
import { backendsOf, servicesIn } from './services';

/** Somebody who may want to connect to somebody. */
export interface Connection {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly port: ContainerPort;
}

/** A port that nobody serves: a rule without ports opens it as well. */
const UNUSED: ContainerPort = { number: 1, protocol: 'TCP' };

/**
 * Everybody to everybody, at every port that the callee has, and at one that nobody has; who has none is asked at those
 * of all.
 */
export function connectionsAmong(objects: readonly LocatedObject[]): Connection[] {
  const workloads = workloadsOf(objects);
  const inside = [...workloads, ...unstatedPodsOf(objects)];
  const outside = outsideOf(objects);
  const backends = servicesIn(objects).flatMap((service) => backendsOf(service, workloads));
  const stated = [...backends.map(({ port }) => port), ...portsOfPolicies(objects)];
  const portsTo = (endpoint: Endpoint): readonly ContainerPort[] => {
    const own =
      endpoint.role === 'workload'
        ? backends.filter(({ workload }) => workload === endpoint).map(({ port }) => port)
        : stated;
    return unique([...endpoint.ports, ...own, UNUSED]);
  };
  const to = (callees: readonly Endpoint[], callers: readonly Endpoint[]): Connection[] =>
    callees.flatMap((callee) => portsTo(callee).flatMap((port) => callers.map((from) => ({ from, to: callee, port }))));
  return [...to(inside, [...inside, ...outside]), ...to([...outside, nameServer(objects)], inside)];
}

/** Connections that policies open and no pod may have. */
function portsOfPolicies(objects: readonly LocatedObject[]): ContainerPort[] {
  return objects
    .filter(({ manifest }) => manifest.kind === 'NetworkPolicy')
    .flatMap(({ manifest: { spec } }) => [...(spec.ingress ?? []), ...(spec.egress ?? [])])
    .flatMap(({ ports = [] }: any) => ports)
    .flatMap(({ port, protocol = 'TCP' }: any) => (typeof port === 'number' ? [{ number: port, protocol }] : []));
}

function unique(ports: readonly ContainerPort[]): ContainerPort[] {
  // The first of several says the name.
  return [...new Map([...ports].reverse().map((port) => [`${port.number}/${port.protocol}`, port])).values()].sort(
    (a, b) => a.number - b.number || a.protocol.localeCompare(b.protocol),
  );
}
