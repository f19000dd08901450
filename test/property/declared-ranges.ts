import { firstOf } from './policy-texts';
import type { PortSpec, ProgramSpec, ServiceSpec } from './program-spec';

/** A connection between a pod and an address that is no pod's, and whether the program's declarations open it. */
export interface OutsideWay {
  /** Namespace and name. */
  readonly pod: string;
  readonly side: 'ingress' | 'egress';
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly open: boolean;
}

/** An address in no range that programs state, and no public one. */
const STRANGER = '10.200.0.1';

/** Ways of addresses in stated ranges, and of a stranger, to and from the pods of a program without a mesh. */
export function outsideWaysOf(spec: ProgramSpec): OutsideWay[] {
  return spec.services.flatMap((service, at) => {
    if (service.networkPolicy === false) return [];
    const pod = `${spec.stacks[service.stack]!.namespace}/${service.id}`;
    return [...ingressOf(spec, service, at), ...egressOf(spec, service, at)].map((way) => ({ pod, ...way }));
  });
}

type Way = Omit<OutsideWay, 'pod'>;

function ingressOf(spec: ProgramSpec, service: ServiceSpec, at: number): Way[] {
  const exposures = spec.exposures
    .filter((exposure) => exposure.service === at)
    .map(({ port, allowedSources }) => ({
      served: service.ports[port]!,
      from: spec.ingress.length > 0 ? spec.ingress : allowedSources,
    }));
  const way = (served: PortSpec, address: string, open: boolean): Way => ({
    side: 'ingress',
    address,
    ...wire(served),
    open,
  });
  const isPublic = (served: PortSpec) =>
    exposures.some((each) => each.from.length === 0 && same(wire(each.served), wire(served)));
  return [
    ...exposures.flatMap(({ served, from }) => from.map((range) => way(served, addressOf(range), true))),
    ...service.ports
      .filter(({ metrics, protocol }) => spec.scraped && metrics && protocol !== 'udp')
      .flatMap((served) =>
        spec.scrapers.filter(({ exceptFirst }) => !exceptFirst).map(({ range }) => way(served, addressOf(range), true)),
      ),
    ...service.ports.map((served) => way(served, STRANGER, isPublic(served))),
  ];
}

function egressOf(spec: ProgramSpec, service: ServiceSpec, at: number): Way[] {
  const called = spec.calls
    .filter(({ caller, callee }) => caller === at && callee.kind === 'external')
    .map(({ callee, port }) => ({
      served: spec.externals[callee.index]!.ports[port]!,
      to: spec.externals[callee.index]!.addresses,
    }));
  // Of an API server whose address is not known, any address may be the one.
  const isApi = ({ port, protocol }: Wire) =>
    service.kubernetesApi !== 'no' && spec.apiServer.length === 0 && protocol === 'TCP' && [443, 6443].includes(port);
  const way = (to: Wire, address: string, open: boolean): Way => ({ side: 'egress', address, ...to, open });
  return called.flatMap(({ served, to }) => [
    ...to.map((range) => way(wire(served), addressOf(range), true)),
    way(wire(served), STRANGER, isApi(wire(served))),
  ]);
}

interface Wire {
  readonly port: number;
  readonly protocol: string;
}

function wire({ port, targetPort, protocol }: PortSpec): Wire {
  return { port: targetPort ?? port, protocol: protocol === 'udp' ? 'UDP' : 'TCP' };
}

function same(one: Wire, other: Wire): boolean {
  return one.port === other.port && one.protocol === other.protocol;
}

function addressOf(range: string): string {
  return firstOf(range).split('/')[0]!;
}
