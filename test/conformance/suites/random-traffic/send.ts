import { Behaviour, CallOptions, CallResult, PROBE_HEADER, RunningPod, SeenRequest } from '../../mesh';
import { sleep } from '../../processes';
import type { Probe } from './probes';
import type { RunningSystems } from './running';

/** Where a request arrived: namespace and name of a workload, or an address outside. */
export interface Arrival {
  readonly at: string;
  readonly request: SeenRequest;
}

/** What came of a request, and who saw it. */
export interface Reached {
  readonly probe: Probe;
  readonly result: CallResult;
  readonly seen: readonly Arrival[];
  /** What the caller's proxy says of a request in plain text. */
  readonly routed?: Routed;
}

/** The route that a caller's proxy took. */
export interface Routed {
  readonly route: string | null;
  /** How long it waits for an attempt, in milliseconds. */
  readonly waits: string | null;
}

/** How long a caller waits for an answer. */
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
  // What is encrypted shows no mark: it is sent while nothing else is.
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

/** Whether nothing but the beginning of TLS arrives, and nobody answers it. */
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

/** What the log of a pod's proxy says of the requests that left it, by their marks. */
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
