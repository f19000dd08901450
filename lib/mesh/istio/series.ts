import type { Matcher, MeshSeries, MicroserviceFacts, RequestSeries } from '../../model';
import { hostsOf } from './destinations';
import type { IstioFacts } from './istio-facts';

/** Statuses of gRPC that are the server's fault, by OpenTelemetry's semantic conventions: unknown, deadline exceeded, unimplemented, internal, unavailable, data loss. */
const GRPC_FAILURES = '2|4|12|13|14|15';

/** Tag that tells requests of an objective's route from others: https://istio.io/latest/docs/tasks/observability/metrics/classify-metrics/ */
export const ROUTE_TAG = 'request_operation';

/** Istio's standard metrics of a microservice: https://istio.io/latest/docs/reference/config/metrics/ */
export function istioSeries(facts: Pick<MicroserviceFacts, 'name' | 'namespace' | 'cluster' | 'delivery'>, { durationBounds }: Pick<IstioFacts, 'durationBounds'>): MeshSeries {
  const { name, namespace } = facts;
  const reported = (reporter: string, matchers: readonly Matcher[]) => requests([equal('reporter', reporter), ...matchers], durationBounds);
  const destination = oneOf('destination_service', hostsOf(facts));
  return {
    // Callers count what never arrived too, and each request once, whatever its retries.
    inbound: reported('source', [destination]),
    served: reported('destination', [destination]),
    outbound: reported('source', [equal('source_canonical_service', name), equal('source_workload_namespace', namespace)]),
    callerLabel: 'source_canonical_service',
    calleeLabel: 'destination_service',
    routeLabel: ROUTE_TAG,
  };
}

function equal(label: string, value: string): Matcher {
  return { label, operator: '=', value };
}

function oneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1 ? equal(label, values[0]!) : { label, operator: '=~', value: values.map((value) => value.replaceAll('.', '\\.')).join('|') };
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
