import { Behaviour, CallOptions, CallResult, PROBE_HEADER, RunningPod, SeenRequest } from '../../mesh';
import { sleep } from '../../processes';
import type { Probe } from './probes';
import type { RunningSystems } from './running';

/** Destination of a request: namespace and name of a workload, or an address outside. */
export interface Arrival {
  readonly at: string;
  readonly request: SeenRequest;
}

/** Result of a request, and the applications that saw it. */
export interface Reached {
  readonly probe: Probe;
  readonly result: CallResult;
  readonly seen: readonly Arrival[];
  /** Log entry of the caller's proxy, for requests in plain text. */
  readonly routed?: Routed;
}

/** The route that a caller's proxy took. */
export interface Routed {
  readonly route: string | null;
  /** Timeout of an attempt, in milliseconds. */
  readonly waits: string | null;
}

/** Deadline of a caller, in seconds. */
export const PATIENCE_SECONDS = 3;
/** Proxies write their logs every second. */
const LOG_MILLISECONDS = 1_500;

let rounds = 0;

/** Sends all requests, those of one caller one after the other, and finds where each arrived. */
export async function send(
  running: RunningSystems,
  probes: readonly Probe[],
  behaviour: Behaviour = {},
): Promise<Reached[]> {
  await reset(running);
  await Promise.all(running.applications.map(([, application]) => application.behaves(behaviour)));
  const round = ++rounds;
  const numbered = probes.map((probe, at) => ({ probe, at, mark: `probe ${round}.${at}` }));
  const marked = numbered.filter(({ probe }) => !isEncrypted(probe));
  const results = new Map<number, CallResult>();
  const callers = grouped(marked, ({ probe }) => probe.from);
  await Promise.all(
    [...callers].map(async ([from, theirs]) => {
      const { application } = running.podOf(from);
      for (const { probe, at, mark } of theirs)
        results.set(at, (await application.call(orderOf(running, probe, mark)))[0]);
    }),
  );
  const seen = grouped(await everythingSeen(running), ({ request }) => markOf(request) ?? '');
  const found = new Map(marked.map(({ at, mark }) => [at, seen.get(mark) ?? []]));
  // Encrypted requests show no mark: each is sent alone.
  for (const { probe, at, mark } of numbered.filter((each) => isEncrypted(each.probe))) {
    await reset(running);
    results.set(at, (await running.podOf(probe.from).application.call(orderOf(running, probe, mark)))[0]);
    found.set(at, await everythingSeen(running));
  }
  await sleep(LOG_MILLISECONDS);
  const logs = new Map([...callers.keys()].map((from) => [from, routesIn(running.podOf(from))]));
  return numbered.map(({ probe, at, mark }) => {
    const routed = logs.get(probe.from)?.get(mark);
    return { probe, result: results.get(at)!, seen: found.get(at)!, ...(routed !== undefined && { routed }) };
  });
}

/** Tells if only the beginning of TLS arrives, without an answer. */
export function isEncrypted({ to, port, protocol }: Probe): boolean {
  return to.kind === 'external' && (protocol === 'tls' || to.wirePort !== port);
}

/** The host, with the port, to which a request is sent. */
export function urlOf(running: RunningSystems, { from, to, port, protocol, asked }: Probe): string {
  const host = to.kind === 'pod' ? running.addressFor(running.podOf(from), to.workload) : to.host;
  if (protocol === 'tcp' || protocol === 'tls') return `${protocol}://${host}:${port}`;
  // What is no POST is no call of gRPC.
  const scheme = protocol === 'grpc' && asked.method !== 'POST' ? 'http2' : protocol;
  return `${scheme}://${host}:${port}${asked.path}`;
}

function orderOf(running: RunningSystems, probe: Probe, mark: string): CallOptions {
  const { protocol, asked } = probe;
  const isBytes = protocol === 'tcp' || protocol === 'tls';
  return {
    url: urlOf(running, probe),
    timeoutSeconds: PATIENCE_SECONDS,
    ...(isBytes ? { body: mark } : { method: asked.method!, path: asked.path!, headers: { [PROBE_HEADER]: mark } }),
  };
}

function markOf({ protocol, headers, body }: SeenRequest): string | undefined {
  return protocol === 'tcp' ? body : headers[PROBE_HEADER];
}

/** Log entries of a pod's proxy for outbound requests, by mark. */
function routesIn(pod: RunningPod): Map<string, Routed> {
  const lines = pod.accessLog().map((line) => JSON.parse(line) as Routed & { probe: string; cluster: string | null });
  return new Map(
    lines.filter(({ cluster }) => cluster?.startsWith('inbound') !== true).map(({ probe, ...line }) => [probe, line]),
  );
}

async function everythingSeen({ applications }: RunningSystems): Promise<Arrival[]> {
  const all = await Promise.all(
    applications.map(async ([at, application]) => (await application.requests()).map((request) => ({ at, request }))),
  );
  return all.flat();
}

async function reset({ applications }: RunningSystems): Promise<void> {
  await Promise.all(applications.map(([, application]) => application.reset()));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
