import { COLLECTOR, RunningPod } from '../../../mesh';
import { sleep } from '../../../processes';
import { Findings, Problem, problemWith } from '../../../suite';
import type { Traced } from './traced';

const EXPORT = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
const CLUSTER = `outbound|${COLLECTOR.port}||${COLLECTOR.service}.${COLLECTOR.namespace}.svc.cluster.local`;

/** Envoy reports spans every five seconds, or once it has five. */
const REQUESTS = 20;
const REPORT_MILLISECONDS = 3000;

/** The decision that requests carry, and whether spans reach the collector. */
export interface Expected {
  readonly flags: '00' | '01';
  readonly areReported: boolean;
  /** The context that requests carry already. */
  readonly context?: string;
}

/** Sends requests, and asks the callee which decision they carry, and the collector whether spans reach it. */
export async function judgeSpans(traced: Traced, { flags, areReported, context }: Expected): Promise<Findings> {
  const { web, cart, collector } = traced;
  const telemetry = traced.located('Telemetry', 'default');
  await Promise.all([cart, collector].map(({ application }) => application.reset()));
  await web.application.call({ url: 'http://cart:8080/traced', count: REQUESTS, timeoutSeconds: 3, headers: context === undefined ? {} : { traceparent: context } });
  const contexts = (await cart.application.requests()).map(({ headers }) => headers['traceparent'] ?? 'none');
  await sleep(REPORT_MILLISECONDS);
  const reports = (await collector.application.requests()).filter(({ path }) => path === EXPORT);
  const problems: Problem[] = contexts.filter((carried) => !carried.endsWith(`-${flags}`)).slice(0, 1).map((carried) => problemWith(telemetry, `a request carries the context ${carried} instead of one that ends in ${flags}`));
  if (reports.length > 0 !== areReported) problems.push(problemWith(telemetry, `${reports.length} reports of spans reach the collector`));
  return { judged: contexts.length, problems };
}

/** Asks both proxies how they trace: by which share, and whether they know the collector. */
export async function judgeProxyTracing(traced: Traced, percentage: number): Promise<Findings> {
  const judged = await Promise.all([traced.web, traced.cart].map((pod) => tracingOf(pod)));
  const problems = judged.flatMap(({ pod, samplings, clusters, knows }): Problem[] => {
    const [telemetry, scope] = [traced.located('Telemetry', 'default'), traced.located('Sidecar', pod.manifest.metadata.name)];
    return [
      ...(samplings.length > 0 && samplings.every((sampling) => sampling === percentage) ? [] : [problemWith(telemetry, `the proxy of ${pod.name} samples ${samplings.join(', ') || 'nothing'} percent instead of ${percentage}`)]),
      ...(clusters.length > 0 && clusters.every((cluster) => cluster === CLUSTER) ? [] : [problemWith(telemetry, `the proxy of ${pod.name} reports to ${clusters.join(', ') || 'nobody'}`)]),
      ...(knows ? [] : [problemWith(scope, `the proxy of ${pod.name} does not know the collector that it reports to`)]),
    ];
  });
  return { judged: judged.reduce((sum, { samplings }) => sum + samplings.length, 0), problems };
}

/** What every listener of a proxy says of tracing. */
async function tracingOf(pod: RunningPod): Promise<{ readonly pod: RunningPod; readonly samplings: readonly number[]; readonly clusters: readonly string[]; readonly knows: boolean }> {
  const dump: unknown = JSON.parse(await pod.envoy('config_dump'));
  const samplings: number[] = [];
  const clusters: string[] = [];
  visit(dump, (object) => {
    // Envoy writes 0 as nothing.
    if ('random_sampling' in object) samplings.push((object['random_sampling'] as { value?: number }).value ?? 0);
    if (String(object['@type']).endsWith('OpenTelemetryConfig')) clusters.push(((object['grpc_service'] as any)?.envoy_grpc?.cluster_name as string | undefined) ?? 'nobody');
  });
  return { pod, samplings, clusters, knows: (await pod.envoy('clusters')).includes(`${CLUSTER}::`) };
}

function visit(value: unknown, see: (object: Readonly<Record<string, unknown>>) => void): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) see(value as Record<string, unknown>);
  for (const each of Object.values(value)) visit(each, see);
}
