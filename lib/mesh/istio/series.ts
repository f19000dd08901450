import type { Matcher, MeshSeries, MicroserviceFacts, RequestSeries } from '../../model';
import { serviceHost } from './hosts';
import type { IstioFacts } from './istio-facts';

/** Statuses of gRPC that are the server's fault, by OpenTelemetry's semantic conventions: unknown, deadline exceeded, unimplemented, internal, unavailable, data loss. */
const GRPC_FAILURES = '2|4|12|13|14|15';

/** Tag that tells requests of an objective's route from others: https://istio.io/latest/docs/tasks/observability/metrics/classify-metrics/ */
export const ROUTE_TAG = 'request_operation';

/** Istio's standard metrics of a microservice: https://istio.io/latest/docs/reference/config/metrics/ */
export function istioSeries({ name, namespace, cluster }: Pick<MicroserviceFacts, 'name' | 'namespace' | 'cluster'>, { durationBounds }: Pick<IstioFacts, 'durationBounds'>): MeshSeries {
  const reported = (reporter: string, labels: Readonly<Record<string, string>>) => requests([['reporter', reporter] as const, ...Object.entries(labels)].map(([label, value]) => ({ label, operator: '=', value })), durationBounds);
  return {
    // Callers count what never arrived too, and each request once, whatever its retries.
    inbound: reported('source', { destination_service: serviceHost(name, namespace, cluster) }),
    served: reported('destination', { destination_service: serviceHost(name, namespace, cluster) }),
    outbound: reported('source', { source_canonical_service: name, source_workload_namespace: namespace }),
    callerLabel: 'source_canonical_service',
    calleeLabel: 'destination_service',
    routeLabel: ROUTE_TAG,
  };
}

function requests(matchers: readonly Matcher[], boundsMillis: readonly number[]): RequestSeries {
  const serverError = '5..';
  const count = (more: readonly Matcher[]) => ({ metric: 'istio_requests_total', matchers: [...matchers, ...more] });
  return {
    total: [count([])],
    failed: [
      count([{ label: 'response_code', operator: '=~', value: serverError }]),
      count([{ label: 'response_code', operator: '!~', value: serverError }, { label: 'grpc_response_status', operator: '=~', value: GRPC_FAILURES }]),
    ],
    duration: {
      buckets: { metric: 'istio_request_duration_milliseconds_bucket', matchers },
      count: { metric: 'istio_request_duration_milliseconds_count', matchers },
      boundsMillis, unitsPerSecond: 1000,
    },
  };
}
