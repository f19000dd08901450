import { type DeploymentWorkload, entersPlainly, meshEdges } from '../../../program';
import { type Matcher, type MeshSeries, re2AnyOf, type RequestSeries } from '../../../values';
import { hostsOf } from './destinations';
import { serviceHost } from './hosts';
import type { IstioFacts } from './istio-facts';

/**
 * Statuses of gRPC that count as server errors in OpenTelemetry's semantic conventions: unknown, deadline exceeded,
 * unimplemented, internal, unavailable, data loss.
 */
const GRPC_FAILURES = '2|4|12|13|14|15';

/**
 * Tag that tells requests of an objective's route from others:
 * https://istio.io/latest/docs/tasks/observability/metrics/classify-metrics/
 */
export const ROUTE_TAG = 'request_operation';

type SeriesFacts = Pick<
  DeploymentWorkload,
  'name' | 'adopts' | 'namespace' | 'cluster' | 'delivery' | 'inbound' | 'exposures' | 'wayIn'
>;

/** Istio's standard metrics of a microservice: https://istio.io/latest/docs/reference/config/metrics/ */
export function istioSeries(
  facts: SeriesFacts,
  { durationBounds, ingressGateway }: Pick<IstioFacts, 'durationBounds' | 'ingressGateway'>,
): MeshSeries {
  const { name, namespace } = facts;
  const reported = (reporter: string, matchers: readonly Matcher[]) =>
    requests([equal('reporter', reporter), ...matchers], durationBounds);
  const destination = oneOf('destination_service', hostsOf(facts));
  return {
    // The callers' series also count requests that never arrived, and a request with retries only once.
    inbound: reported(isCountedAtPods(facts) ? 'destination' : 'source', [destination]),
    served: reported('destination', [destination]),
    candidate: callersOf(facts, ingressGateway).map((caller) =>
      reported('source', [...candidateHost(facts), ...caller]),
    ),
    outbound: reported('source', [
      equal('source_canonical_service', name),
      equal('source_workload_namespace', namespace),
    ]),
    callerLabel: 'source_canonical_service',
    calleeLabel: 'destination_service',
    routeLabel: ROUTE_TAG,
  };
}

/** True where clients outside have no proxy that counts: every request passes the proxies of the pods. */
function isCountedAtPods(facts: SeriesFacts): boolean {
  return facts.exposures.length > 0 && entersPlainly(facts);
}

function candidateHost({ namespace, cluster, delivery: { versions } }: SeriesFacts): Matcher[] {
  return versions === undefined ? [] : [equal('destination_service', serviceHost(versions.canary, namespace, cluster))];
}

/** Matchers of declared callers and the gateway, by namespace. Empty without a traffic split. */
function callersOf(facts: SeriesFacts, gateway: IstioFacts['ingressGateway']): Matcher[][] {
  if (facts.delivery.versions === undefined) return [];
  const callers = new Map<string, Set<string>>();
  for (const { caller } of meshEdges(facts.inbound)) {
    const { namespace } = caller.workload;
    callers.set(namespace, (callers.get(namespace) ?? new Set()).add(caller.name));
  }
  const isExposed = gateway !== undefined && facts.exposures.length > 0;
  // All workloads in the gateway's namespace: the name of the gateway in its own metrics is not stated.
  if (isExposed) callers.set(gateway.namespace, new Set());
  return [...callers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, names]) => [
      equal('source_workload_namespace', namespace),
      ...(names.size === 0 ? [] : [oneOf('source_canonical_service', [...names].sort())]),
    ]);
}

function equal(label: string, value: string): Matcher {
  return { label, operator: '=', value };
}

function oneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1 ? equal(label, values[0]!) : { label, operator: '=~', value: re2AnyOf(values) };
}

function requests(matchers: readonly Matcher[], boundsMillis: readonly number[]): RequestSeries {
  const serverError = '5..';
  const count = (more: readonly Matcher[]) => ({ metric: 'istio_requests_total', matchers: [...matchers, ...more] });
  return {
    total: [count([])],
    failed: [
      count([{ label: 'response_code', operator: '=~', value: serverError }]),
      count([
        { label: 'response_code', operator: '!~', value: serverError },
        { label: 'grpc_response_status', operator: '=~', value: GRPC_FAILURES },
      ]),
    ],
    duration: {
      buckets: { metric: 'istio_request_duration_milliseconds_bucket', matchers },
      count: { metric: 'istio_request_duration_milliseconds_count', matchers },
      boundsMillis,
      unitsPerSecond: 1000,
    },
  };
}
