import {
  Asked,
  callOf,
  callsBetween,
  EACH_ONCE,
  ExpectedPolicy,
  policyOf,
  REQUESTS,
} from '../../../property/mesh-expected';
import { HTTP_METHODS } from '../../../property/mesh-limits';
import type { MeshCallSpec, MeshSystem } from '../../../property/mesh-systems';
import { GATEWAY_ACTOR, OUTSIDER, proberIn } from './actors';
import { addressOutside } from './systems';

/** Callee of a request. */
export type Target =
  /** By one of the names of its Service. */
  | { readonly kind: 'service'; readonly workload: string; readonly host: string }
  /** By the address of its pod. */
  | { readonly kind: 'pod'; readonly workload: string }
  | { readonly kind: 'external'; readonly host: string; readonly address: string; readonly wirePort: number };

/** A request, with the statements of its drawn system about it. */
export interface Probe {
  /** Namespace and name of the workload that sends it. */
  readonly from: string;
  readonly to: Target;
  readonly port: number;
  readonly protocol: 'http' | 'grpc' | 'tcp' | 'tls';
  readonly asked: Asked;
  /** Tells if exactly such a request is stated. Undefined where the system tells nothing of it. */
  readonly declared?: boolean;
  /** Timeout and retries of a stated request, where the system tells requests apart. */
  readonly policy?: ExpectedPolicy;
  /** Tells if the caller's scope has the callee, by any port and request. Undefined where no scope binds the caller. */
  readonly known?: boolean;
}

/** Requests with unusual paths or methods: the system states nothing of them, the simulator must still agree. */
const ODD: Readonly<Record<string, readonly Asked[]>> = {
  http: ['//a', '/a/', '/A', '/b/../a', '/c/./d', '/b%2F1', '/c/..'].map((path) => ({ method: 'GET', path })),
  grpc: [
    ...HTTP_METHODS.filter((method) => method !== 'POST').map((method) => ({ method, path: '/shop.Cart/Get' })),
    ...['/shop.Cart', '/shop.Cart/', '/shop.Cart/Get/More', '/'].map((path) => ({ method: 'POST', path })),
  ],
};

/** All requests that are sent in drawn systems that run at the same time. */
export function probesOf(systems: readonly MeshSystem[]): Probe[] {
  return systems.flatMap((system, at) => [
    ...betweenServices(system),
    ...byAddress(system),
    ...byOthers(system, systems[(at + 1) % systems.length]!),
    ...toOutside(system, at),
  ]);
}

/** Number of requests of a caller to a port that are stated, and as many that are not. */
const FEW = 3;

/** A few requests of each kind, for layers that are asked once more. */
export function fewOfEach(probes: readonly Probe[]): Probe[] {
  const counts = new Map<string, number>();
  return probes.filter(({ from, to, port, declared }) => {
    const key = JSON.stringify([from, to, port, declared]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count < FEW;
  });
}

/** Namespace and name of a service. */
export function nameOf({ services, namespaces }: MeshSystem, at: number): string {
  const { namespace, name } = services[at]!;
  return `${namespaces[namespace]}/${name}`;
}

function eachPort(
  system: MeshSystem,
  probes: (callee: number, port: number, shape: Omit<Probe, 'from' | 'asked'>) => Probe[],
): Probe[] {
  return system.services.flatMap(({ name, namespace, ports }, callee) =>
    ports.flatMap(({ number, protocol }, port) => {
      const full = [name, system.namespaces[namespace]!, 'svc', 'cluster', 'local'];
      // By each of its names that all namespaces know.
      const host = full.slice(0, [2, 3, 5][(callee + port) % 3]).join('.');
      return probes(callee, port, {
        to: { kind: 'service', workload: nameOf(system, callee), host },
        port: number,
        protocol,
      });
    }),
  );
}

function betweenServices(system: MeshSystem): Probe[] {
  return eachPort(system, (callee, port, shape) =>
    system.services.flatMap((_, caller) => {
      const calls = callsBetween(system, caller, callee, false, port);
      const known = system.calls.some((call) => !call.isExternal && call.caller === caller && call.callee === callee);
      const of = (asked: Asked, isOdd: boolean): Probe => ({
        ...shape,
        from: nameOf(system, caller),
        asked,
        ...(!isOdd && declaredAmong(system, calls, shape.protocol, asked)),
        ...((!known || calls.length > 0) && { known }),
      });
      return [
        ...(calls.length > 0 ? REQUESTS : EACH_ONCE)[shape.protocol]!.map((asked) => of(asked, false)),
        ...(calls.length > 0 ? (ODD[shape.protocol] ?? []) : []).map((asked) => of(asked, true)),
      ];
    }),
  );
}

/** Requests to the address of a pod. The system states nothing of them where the Service is headless. */
function byAddress(system: MeshSystem): Probe[] {
  return system.services.flatMap(({ ports, headless }, callee) =>
    ports.flatMap(({ target, protocol }) =>
      // A pod reaches its own address past all proxies, and only what is headless has a second pod here.
      [...system.services.map((_, caller) => nameOf(system, caller)), ...actors(system)]
        .filter((from) => headless || from !== nameOf(system, callee))
        .map((from): Probe => ({
          from,
          to: { kind: 'pod', workload: nameOf(system, callee) },
          port: target,
          protocol,
          asked: REQUESTS[protocol]![0]!,
          ...(!headless && { declared: false }),
        })),
    ),
  );
}

/** Requests of workloads that the system does not name, and of the gateway, which reaches exposed ports. */
function byOthers(system: MeshSystem, next: MeshSystem): Probe[] {
  return eachPort(system, (callee, port, shape) => {
    const { exposed, protocol } = system.services[callee]!.ports[port]!;
    const of = (from: string, declared: boolean): Probe[] =>
      EACH_ONCE[protocol]!.map((asked) => ({ ...shape, from, asked, declared }));
    const [prober, gateway, outsider] = actors(system) as [string, string, string];
    return [
      ...of(gateway, exposed),
      ...of(prober, false),
      ...of(outsider, false).slice(0, 1),
      ...(next === system ? [] : of(nameOf(next, 0), false).slice(0, 1)),
    ];
  });
}

function toOutside(system: MeshSystem, at: number): Probe[] {
  return system.externals.flatMap(({ host, number, protocol, tlsPort }, callee) =>
    [...system.services.keys()].flatMap((caller): Probe[] => {
      const calls = callsBetween(system, caller, callee, true, 0);
      // Nobody but the application behind a port may limit what is asked of it there.
      const declared = calls.length > 0;
      return (declared ? REQUESTS : EACH_ONCE)[protocol]!.map((asked) => ({
        from: nameOf(system, caller),
        to: { kind: 'external', host, address: addressOutside(at, callee), wirePort: tlsPort ?? number },
        port: number,
        protocol,
        asked,
        ...declaredAmong(system, calls, protocol, asked),
        declared,
        known: declared,
      }));
    }),
  );
}

/** The stated call of a request, and its policy. */
function declaredAmong(
  system: MeshSystem,
  calls: readonly MeshCallSpec[],
  protocol: Probe['protocol'],
  asked: Asked,
): Pick<Probe, 'declared' | 'policy'> {
  const call = callOf(calls, protocol, asked);
  const hasPolicy = call !== undefined && (protocol === 'http' || protocol === 'grpc');
  return { declared: call !== undefined, ...(hasPolicy && { policy: policyOf(system, call) }) };
}

/** In the order of prober, gateway and outsider. */
function actors({ namespaces }: MeshSystem): string[] {
  return [proberIn(namespaces[0]!), GATEWAY_ACTOR, OUTSIDER].map(({ namespace, name }) => `${namespace}/${name}`);
}
