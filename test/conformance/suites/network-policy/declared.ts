import { contains } from '../../../support/network';
import type { LocatedObject } from '../../manifests';
import { Call, call, portTitle } from './call';
import { callsIn, portsCalledElsewhere } from './environment';
import { ContainerPort, Endpoint, workloadsOf } from './endpoints';
import { backendsOf, calledServices } from './services';

/** Declared calls of a system, from everything but its NetworkPolicies. */
export interface Declared {
  readonly calls: ReadonlySet<Call>;
  /** The ranges that may reach a port from outside, by `Deployment shop/web:8080/TCP`. */
  readonly exposed: ReadonlyMap<string, readonly string[]>;
  /** The ports at which a workload calls addresses that no manifest tells, by the workload's title. */
  readonly elsewhere: ReadonlyMap<string, readonly number[]>;
}

const EVERYBODY = '0.0.0.0/0';

/** Calls from environment variables and Services, or from the architecture where it is known. */
export function declaredIn(objects: readonly LocatedObject[], architecture?: readonly Call[]): Declared {
  const workloads = workloadsOf(objects);
  const services = calledServices(objects);
  return {
    calls: new Set(architecture ?? callsIn(workloads, services)),
    exposed: new Map(
      services
        .filter(({ spec }) => ['LoadBalancer', 'NodePort'].includes(spec.type))
        .flatMap((service) =>
          backendsOf(service, workloads).map(
            ({ workload, port }) =>
              [portTitle(workload.title, port), service.spec.loadBalancerSourceRanges ?? [EVERYBODY]] as const,
          ),
        ),
    ),
    elsewhere: new Map(workloads.map((workload) => [workload.title, portsCalledElsewhere(workload, services)])),
  };
}

/** Tells if a port is open to anyone. */
export function isOpenToEverybody({ exposed }: Declared, callee: Endpoint, port: ContainerPort): boolean {
  return exposed.get(portTitle(callee.title, port))?.includes(EVERYBODY) ?? false;
}

/** Tells if a workload calls addresses at a port that no manifest has. */
export function callsElsewhere({ elsewhere }: Declared, caller: Endpoint, port: ContainerPort): boolean {
  return elsewhere.get(caller.title)?.includes(port.number) ?? false;
}

/** Tells if a connection is declared. Undefined where the manifests do not tell. */
export function isDeclared(declared: Declared, from: Endpoint, to: Endpoint, port: ContainerPort): boolean | undefined {
  const { calls, exposed } = declared;
  // Whoever calls asks for addresses; the other workloads may.
  if (from.role === 'workload' && to.role === 'name server' && port.number === 53)
    return callsAnybody(declared, from) || undefined;
  if (to.pod === undefined && callsElsewhere(declared, from, port)) return undefined;
  if (from.role !== 'outside') return calls.has(call(from.title, to.title, port));
  if (isOpenToEverybody(declared, to, port)) return true;
  return (
    from.pod === undefined &&
    (exposed.get(portTitle(to.title, port)) ?? []).some((range) => contains(range, from.address))
  );
}

function callsAnybody({ calls, elsewhere }: Declared, { title }: Endpoint): boolean {
  return [...calls].some((each) => each.startsWith(`${title} -> `)) || (elsewhere.get(title) ?? []).length > 0;
}
