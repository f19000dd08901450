import { DecisionSimulator, Request, Verdict } from '../../../support/decision/decision';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { CallResult } from '../../mesh';
import type { Findings, Problem } from '../../suite';
import type { Probe } from './probes';
import { endingOf, inMillis, isAnswered, problemOf, waitsAsLong } from './results';
import type { RunningSystems } from './running';
import { isEncrypted, Reached } from './send';

/** Layers of a verdict that are in force here, in the order in which a request meets them. */
const LAYERS = ['egressScope', 'routed', 'mutualTls', 'authorization'] as const;
type Layer = (typeof LAYERS)[number];

/** Compares the answers of the property tests' simulator with the requests that real proxies carried. */
export function agreement(
  running: RunningSystems,
  manifests: readonly KubernetesObject[],
  reached: readonly Reached[],
): Findings {
  const simulator = new DecisionSimulator(manifests);
  const problems = reached.flatMap((one): Problem[] => {
    const { from, to, port, asked } = one.probe;
    const request: Request = {
      from: simulator.workload(from),
      to: to.kind === 'pod' ? { pod: simulator.workload(to.workload) } : to.host,
      port,
      ...asked,
    };
    const verdict = simulator.decide(request);
    const isRouted = verdict.egressScope && verdict.routed;
    const routeProblems = isRouted ? routeFaults(simulator.routeOf(request), one) : unroutedFaults(one);
    return [
      ...endFaults(simulator, request, verdict, one).map((message) =>
        problemOf(running, one, verdict.egressScope ? 'AuthorizationPolicy' : 'Sidecar', message),
      ),
      ...routeProblems.map((message) => problemOf(running, one, 'VirtualService', message)),
    ];
  });
  return { judged: reached.length, problems };
}

/** Differences between the end of a request and its verdict. */
function endFaults(simulator: DecisionSimulator, request: Request, verdict: Verdict, one: Reached): string[] {
  const { probe, seen, result } = one;
  const places = [...new Set(seen.map(({ at }) => at))].join(' and ');
  const layer = LAYERS.find((each) => !verdict[each]);
  if (layer !== undefined) {
    if (seen.length > 0) return [`the simulator says that ${layer} refuses it, and ${places} saw it`];
    return ENDS[layer](result, probe)
      ? []
      : [`the simulator says that ${layer} refuses it, and it ends with ${endingOf(result)}`];
  }
  if (seen.length === 0 || !(isEncrypted(probe) || isAnswered(result)))
    return [`the simulator says yes, and it ends with ${endingOf(result)}`];
  const arrivals = placesIn(simulator, probe, request);
  return seen.every(({ at }) => arrivals.includes(at))
    ? []
    : [`the simulator says that ${arrivals.join(' or ')} sees it, and ${places} saw it`];
}

/** Endings of a request that a layer refuses. */
const ENDS: Readonly<Record<Layer, (result: CallResult, probe: Probe) => boolean>> = {
  egressScope: (result) => isOne(result, [502], [14]) || isCut(result),
  routed: (result) => isOne(result, [404, 503], [12, 14]),
  mutualTls: (result) => isOne(result, [503], [14]) || isCut(result),
  authorization: (result, { protocol }) => (protocol === 'tcp' ? isCut(result) : isOne(result, [403], [7])),
};

function isOne({ status, grpcStatus }: CallResult, http: readonly number[], grpc: readonly number[]): boolean {
  return grpcStatus === undefined ? status !== undefined && http.includes(status) : grpc.includes(grpcStatus);
}

function isCut({ status, grpcStatus, error }: CallResult): boolean {
  return status === undefined && grpcStatus === undefined && error !== undefined;
}

/** Destinations of a request in the simulator: workloads, or the address outside. */
function placesIn(simulator: DecisionSimulator, { to }: Probe, request: Request): string[] {
  if (to.kind === 'external') return [to.address];
  return simulator
    .splitOf(request)
    .flatMap(({ workloads }) => workloads.map(({ namespace, name }) => `${namespace}/${name}`));
}

/** A request that no route takes has no timeout of an attempt. */
function unroutedFaults({ routed }: Reached): string[] {
  return routed === undefined || routed.waits === null
    ? []
    : [`the simulator says that no route takes it, and the proxy took ${routed.route}`];
}

/** Differences in the route that the caller's proxy took, and in its timeout of an attempt. */
function routeFaults(route: any, { probe, routed }: Reached): string[] {
  if (routed === undefined)
    return route === undefined ? [] : [`the simulator says that it takes the route ${route.name}, and no proxy did`];
  const stated = route?.retries?.perTryTimeout ?? route?.timeout;
  const says = stated === undefined ? undefined : millis(stated);
  return [
    ...(route === undefined || route.name === routed.route
      ? []
      : [`the simulator says that it takes the route ${route.name}, and the proxy took ${routed.route}`]),
    ...(waitsAsLong(says, routed.waits, probe)
      ? []
      : [
          `the simulator says that an attempt may take ${inMillis(says)}, and the proxy gave ${inMillis(routed.waits)}`,
        ]),
  ];
}

function millis(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(duration.slice(0, -1)) * 1000;
}
