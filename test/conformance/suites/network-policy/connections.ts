import type { LocatedObject } from '../../manifests';
import { ContainerPort, nameServer, outsideOf, Party, unstatedPodsOf, workloadsOf } from './parties';
import { backendsOf, servicesIn } from './services';

/** Somebody who may want to connect to somebody. */
export interface Connection {
  readonly from: Party;
  readonly to: Party;
  readonly port: ContainerPort;
}

/** A port that nobody serves: a rule without ports opens it as well. */
const UNUSED: ContainerPort = { number: 1, protocol: 'TCP' };

/** Everybody to everybody, at every port that the callee has, and at one that nobody has; who states no port is asked at the ports of all. */
export function connectionsAmong(objects: readonly LocatedObject[]): Connection[] {
  const workloads = workloadsOf(objects);
  const inside = [...workloads, ...unstatedPodsOf(objects)];
  const outside = outsideOf(objects);
  const served = unique(servicesIn(objects).flatMap((service) => backendsOf(service, workloads)).map(({ port }) => port));
  const portsTo = (party: Party): readonly ContainerPort[] => {
    const behindServices = servicesIn(objects).flatMap((service) => backendsOf(service, workloads)).filter(({ workload }) => workload.title === party.title);
    return unique([...(party.role === 'workload' ? [...party.ports, ...behindServices.map(({ port }) => port)] : [...party.ports, ...served]), UNUSED]);
  };
  const to = (callees: readonly Party[], callers: readonly Party[]): Connection[] =>
    callees.flatMap((callee) => portsTo(callee).flatMap((port) => callers.map((from) => ({ from, to: callee, port }))));
  return [...to(inside, [...inside, ...outside]), ...to([...outside, nameServer(objects)], inside)];
}

function unique(ports: readonly ContainerPort[]): ContainerPort[] {
  // The first of several says the name.
  return [...new Map([...ports].reverse().map((port) => [`${port.number}/${port.protocol}`, port])).values()].sort((a, b) => a.number - b.number || a.protocol.localeCompare(b.protocol));
}
