import type { CallOptions, CallResult, SeenRequest } from '../../mesh';
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
}

/** By which a request is found among all that applications saw. */
const MARK = 'x-probe';
const PATIENCE_SECONDS = 3;

/** Sends all requests, those of one caller one after the other, and finds where each arrived. */
export async function send(running: RunningSystems, probes: readonly Probe[]): Promise<Reached[]> {
  await reset(running);
  const numbered = probes.map((probe, at) => ({ probe, at }));
  const marked = numbered.filter(({ probe }) => !isEncrypted(probe));
  const results = new Map<number, CallResult>();
  const callers = grouped(marked, ({ probe }) => probe.from);
  await Promise.all(
    [...callers].map(async ([from, theirs]) => {
      const { application } = running.podOf(from);
      for (const { probe, at } of theirs)
        results.set(at, (await application.call(orderOf(running, probe, `probe ${at}`)))[0]);
    }),
  );
  const seen = grouped(await everythingSeen(running), ({ request }) => markOf(request) ?? '');
  const found = new Map(marked.map(({ at }) => [at, seen.get(`probe ${at}`) ?? []]));
  // What is encrypted shows no mark: it is sent while nothing else is.
  for (const { probe, at } of numbered.filter((each) => isEncrypted(each.probe))) {
    await reset(running);
    results.set(at, (await running.podOf(probe.from).application.call(orderOf(running, probe, `probe ${at}`)))[0]);
    found.set(at, await everythingSeen(running));
  }
  return numbered.map(({ probe, at }) => ({ probe, result: results.get(at)!, seen: found.get(at)! }));
}

/** Whether nothing but the beginning of TLS arrives, and nobody answers it. */
export function isEncrypted({ to, port, protocol }: Probe): boolean {
  return to.kind === 'external' && (protocol === 'tls' || to.wirePort !== port);
}

/** The host, with the port, to which a request is sent. */
export function urlOf(running: RunningSystems, { to, port, protocol, asked }: Probe): string {
  const host = to.kind === 'pod' ? running.podOf(to.workload).address : to.host;
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
    ...(isBytes ? { body: mark } : { method: asked.method!, path: asked.path!, headers: { [MARK]: mark } }),
  };
}

function markOf({ protocol, headers, body }: SeenRequest): string | undefined {
  return protocol === 'tcp' ? body : headers[MARK];
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
