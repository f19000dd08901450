import { DecisionSimulator, Request, Verdict } from '../../../support/decision/decision';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { CallResult } from '../../mesh';
import { Findings, Problem, problemWith } from '../../suite';
import type { Probe } from './probes';
import type { RunningSystems } from './running';
import { isEncrypted, PATIENCE_SECONDS, Reached, urlOf } from './send';

const PATIENCE_MILLIS = 1_000 * PATIENCE_SECONDS;

/** The layers of a verdict that are in force here, in the order in which a request comes to them. */
const LAYERS = ['egressScope', 'routed', 'mutualTls', 'authorization'] as const;
type Layer = (typeof LAYERS)[number];

/** Where the simulator says otherwise of a request than what Envoys did with it, layer by layer. */
export function agreement(
  running: RunningSystems,
  manifests: readonly KubernetesObject[],
  reached: readonly Reached[],
): Findings {
  const simulator = new DecisionSimulator(manifests);
  return {
    judged: reached.length,
    problems: reached.flatMap((one) =>
      disagreements(simulator, one).map((message) => about(running, one.probe, `the simulator says ${message}`, one)),
    ),
  };
}

/** A problem with the callee's policy, else with the caller's scope; what is outside has neither. */
export function about(running: RunningSystems, probe: Probe, message: string, { result }: Reached): Problem {
  const { from, to, asked } = probe;
  const object =
    (to.kind === 'external' ? undefined : running.located('AuthorizationPolicy', to.workload)) ??
    running.located('Sidecar', from);
  const text = `${from} calls ${asked.method ?? ''} ${urlOf(running, probe)} (${endingOf(result)}): ${message}`;
  return object === undefined ? { object: from, message: text } : problemWith(object, text);
}

/** The request as the simulator is asked for it. */
export function requestOf(simulator: DecisionSimulator, { from, to, port, asked }: Probe): Request {
  return {
    from: simulator.workload(from),
    to: to.kind === 'pod' ? { pod: simulator.workload(to.workload) } : to.host,
    port,
    ...asked,
  };
}

/** How a request ended, in words. */
export function endingOf({ status, grpcStatus, error }: CallResult): string {
  if (grpcStatus !== undefined) return `gRPC status ${grpcStatus}`;
  return status === undefined ? (error ?? 'an answer') : `status ${status}`;
}

export function disagreements(simulator: DecisionSimulator, one: Reached): string[] {
  const request = requestOf(simulator, one.probe);
  const verdict = simulator.decide(request);
  const takesRoute = verdict.egressScope && verdict.routed;
  return [
    ...endFaults(simulator, request, verdict, one),
    ...(takesRoute ? routeFaults(simulator.routeOf(request), one) : []),
  ];
}

/** Where a request ended otherwise than a verdict says. */
function endFaults(simulator: DecisionSimulator, request: Request, verdict: Verdict, one: Reached): string[] {
  const { probe, seen, result } = one;
  const layer = LAYERS.find((each) => !verdict[each]);
  if (layer !== undefined) {
    if (seen.length > 0) return [`that ${layer} refuses it, and ${placesOf(one)} saw it`];
    return ENDS[layer](result) ? [] : [`that ${layer} refuses it`];
  }
  if (seen.length === 0 || !(isEncrypted(probe) || isAnswered(result))) return ['yes'];
  const arrivals = placesIn(simulator, probe, request);
  return seen.every(({ at }) => arrivals.includes(at))
    ? []
    : [`that it arrives at ${arrivals.join(' or ')}, and ${placesOf(one)} saw it`];
}

/** How a request ends that a layer refuses; where none is said to refuse it, none of its ends will do. */
const ENDS: Readonly<Record<Layer, (result: CallResult) => boolean>> = {
  egressScope: (result) => isOne(result, [502], [14]) || isCut(result),
  routed: (result) => isOne(result, [404, 503], [12, 14]),
  mutualTls: (result) => isOne(result, [503], [14]) || isCut(result),
  authorization: (result) => isOne(result, [403], [7]) || isCut(result),
};

function isOne({ status, grpcStatus }: CallResult, http: readonly number[], grpc: readonly number[]): boolean {
  return grpcStatus === undefined ? status !== undefined && http.includes(status) : grpc.includes(grpcStatus);
}

function isCut({ status, grpcStatus, error }: CallResult): boolean {
  return status === undefined && grpcStatus === undefined && error !== undefined;
}

function isAnswered({ status = 200, grpcStatus = 0, error }: CallResult): boolean {
  return status === 200 && grpcStatus === 0 && error === undefined;
}

/** Where a request arrives by the simulator: the workloads, or the address outside. */
function placesIn(simulator: DecisionSimulator, { to }: Probe, request: Request): string[] {
  if (to.kind === 'external') return [to.address];
  return simulator
    .splitOf(request)
    .flatMap(({ workloads }) => workloads.map(({ namespace, name }) => `${namespace}/${name}`));
}

function placesOf({ seen }: Reached): string {
  return [...new Set(seen.map(({ at }) => at))].join(' and ');
}

/** Where the proxy took another route than the simulator, or waits for an attempt otherwise than that says. */
function routeFaults(route: any, { probe, routed }: Reached): string[] {
  if (routed === undefined) return [];
  const stated = route?.retries?.perTryTimeout ?? route?.timeout;
  const says = stated === undefined ? undefined : millis(stated);
  return [
    ...(route === undefined || route.name === routed.route
      ? []
      : [`that it takes the route ${route.name}, and the proxy took ${routed.route}`]),
    ...(waitsAsLong(says, routed.waits, probe)
      ? []
      : [
          `that an attempt may take ${says ?? 'any number of'} ms, and the proxy gave ${routed.waits ?? 'any number of'} ms`,
        ]),
  ];
}

/** A caller by gRPC tells its proxy how long it waits itself, less the time that this took. */
function waitsAsLong(says: number | undefined, waits: string | null, { protocol, asked }: Probe): boolean {
  const given = waits === null ? undefined : Number(waits);
  if (protocol !== 'grpc' || asked.method !== 'POST' || (says !== undefined && says <= PATIENCE_MILLIS / 2))
    return says === given;
  return given !== undefined && given <= Math.min(says ?? Infinity, PATIENCE_MILLIS) && given >= PATIENCE_MILLIS / 2;
}

function millis(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(duration.slice(0, -1)) * 1000;
}
