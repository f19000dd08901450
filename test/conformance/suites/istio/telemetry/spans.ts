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
  /** The context that the application gives to its requests. */
  readonly context: string;
}

/** Sends requests, and asks the callee which decision they carry, and the collector whether spans reach it. */
export async function judgeSpans(traced: Traced, { flags, areReported, context }: Expected): Promise<Findings> {
  const { web, cart, collector } = traced;
  const telemetry = traced.located('Telemetry', 'default');
  await Promise.all([cart, collector].map(({ application }) => application.reset()));
  await web.application.call({
    url: 'http://cart:8080/traced',
    count: REQUESTS,
    timeoutSeconds: 3,
    headers: { traceparent: context },
  });
  const contexts = (await cart.application.requests()).map(({ headers }) => headers['traceparent'] ?? 'none');
  await sleep(REPORT_MILLISECONDS);
  const reports = (await collector.application.requests()).filter(({ path }) => path === EXPORT);
  const problems: Problem[] = contexts
    .filter((carried) => !carried.endsWith(`-${flags}`))
    .slice(0, 1)
    .map((carried) =>
      problemWith(telemetry, `a request carries the context ${carried} instead of one that ends in ${flags}`),
    );
  if (reports.length > 0 !== areReported)
    problems.push(problemWith(telemetry, `${reports.length} reports of spans reach the collector`));
  return { judged: contexts.length, problems };
}

/**
 * Asks both proxies how they trace: which share of what enters, all of what leaves, and whether they know the
 * collector.
 */
export async function judgeProxyTracing(traced: Traced, percentage: number): Promise<Findings> {
  const judged = await Promise.all([traced.web, traced.cart].map((pod) => tracingOf(pod)));
  const problems = judged.flatMap(({ pod, entering, leaving, clusters, knows }): Problem[] => {
    const [telemetry, scope] = [
      traced.located('Telemetry', 'default'),
      traced.located('Sidecar', pod.manifest.metadata.name),
    ];
    return [
      ...(shown(entering) === String(percentage) && shown(leaving) === '100'
        ? []
        : [
            problemWith(
              telemetry,
              `the proxy of ${pod.name} samples ${shown(entering)} percent in and ${shown(leaving)} out, instead ` +
                `of ${percentage} and 100`,
            ),
          ]),
      ...(clusters.length > 0 && clusters.every((cluster) => cluster === CLUSTER)
        ? []
        : [problemWith(telemetry, `the proxy of ${pod.name} reports to ${clusters.join(', ') || 'nobody'}`)]),
      ...(knows ? [] : [problemWith(scope, `the proxy of ${pod.name} does not know the collector that it reports to`)]),
    ];
  });
  return { judged: judged.reduce((sum, { entering, leaving }) => sum + entering.length + leaving.length, 0), problems };
}

/** Tracing configuration of a proxy's listeners. */
interface ProxyTracing {
  readonly pod: RunningPod;
  /** The shares by which requests are traced that enter the pod, and that leave it. */
  readonly entering: readonly number[];
  readonly leaving: readonly number[];
  readonly clusters: readonly string[];
  readonly knows: boolean;
}

interface Listener {
  readonly traffic_direction?: string;
}

async function tracingOf(pod: RunningPod): Promise<ProxyTracing> {
  const { configs } = JSON.parse(await pod.envoy('config_dump')) as {
    readonly configs: readonly {
      readonly dynamic_listeners?: readonly { readonly active_state: { readonly listener: Listener } }[];
    }[];
  };
  const listeners = configs.flatMap(({ dynamic_listeners: dynamic = [] }) =>
    dynamic.map(({ active_state: { listener } }) => listener),
  );
  const tracers = (direction: string) =>
    listeners.filter((listener) => listener.traffic_direction === direction).flatMap(tracersIn);
  const [entering, leaving] = [tracers('INBOUND'), tracers('OUTBOUND')];
  return {
    pod,
    entering: entering.map(({ percentage }) => percentage),
    leaving: leaving.map(({ percentage }) => percentage),
    clusters: [...entering, ...leaving].map(({ cluster }) => cluster),
    knows: (await pod.envoy('clusters')).includes(`${CLUSTER}::`),
  };
}

/** Every tracer in a listener: its share, and the cluster that it reports to. */
function tracersIn(value: unknown): { readonly percentage: number; readonly cluster: string }[] {
  if (value === null || typeof value !== 'object') return [];
  const { random_sampling: sampling, provider } = value as {
    readonly random_sampling?: { readonly value?: number };
    readonly provider?: any;
  };
  const below = Object.values(value).flatMap(tracersIn);
  // Envoy writes 0 as nothing.
  return sampling === undefined
    ? below
    : [
        {
          percentage: sampling.value ?? 0,
          cluster: (provider?.typed_config?.grpc_service?.envoy_grpc?.cluster_name as string | undefined) ?? 'nobody',
        },
        ...below,
      ];
}

function shown(percentages: readonly number[]): string {
  return [...new Set(percentages)].join(' and ') || 'nothing';
}
