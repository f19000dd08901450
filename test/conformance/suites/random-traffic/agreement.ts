import { DecisionSimulator, Request, Verdict } from '../../../support/decision/decision';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { CallResult } from '../../mesh';
import { Findings, Problem, problemWith } from '../../suite';
import type { Probe } from './probes';
import type { RunningSystems } from './running';
import { isEncrypted, Reached, urlOf } from './send';

/** In which the proxy of a caller tells the callee how long it waits for an attempt. */
const WAITED = 'x-envoy-expected-rq-timeout-ms';

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

function disagreements(simulator: DecisionSimulator, one: Reached): string[] {
  const { probe, seen } = one;
  const request = requestOf(simulator, probe);
  const verdict = simulator.decide(request);
  const layer = refusingLayer(verdict);
  if (layer !== undefined) {
    if (seen.length > 0) return [`that ${layer} refuses it, and ${placesOf(one)} saw it`];
    return ENDS[layer](one.result) ? [] : [`that ${layer} refuses it`];
  }
  if (seen.length === 0 || !(isEncrypted(probe) || isAnswered(one.result))) return ['yes'];
  const arrivals = placesIn(simulator, probe, request);
  return [
    ...(seen.every(({ at }) => arrivals.includes(at))
      ? []
      : [`that it arrives at ${arrivals.join(' or ')}, and ${placesOf(one)} saw it`]),
    ...(isEncrypted(probe) ? [] : waitingOf(simulator.routeOf(request), one)),
  ];
}

/** The first layer that refuses a request. */
function refusingLayer(verdict: Verdict): Layer | undefined {
  return LAYERS.find((layer) => !verdict[layer]);
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

/** Whether the caller's proxy waits for an attempt as the route says; where no route is, it is Istio's own. */
function waitingOf(route: any, { seen: [first] }: Reached): string[] {
  if (route === undefined) return [];
  const stated = route.retries?.perTryTimeout ?? route.timeout;
  const [says, waits] = [stated === undefined ? undefined : millis(stated), first!.request.headers[WAITED]];
  return String(says) === String(waits) ? [] : [`that an attempt may take ${says} ms, and the proxy gave ${waits} ms`];
}

function millis(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(duration.slice(0, -1)) * 1000;
}
