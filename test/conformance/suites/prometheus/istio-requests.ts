import type { Labels } from './labels';
import type { StatedObjective } from './objectives';
import { Counter, histogram, Notation, Requests, thresholdOf } from './requests';

/** Outcomes of requests by the labels of `istio_requests_total`: good, or bad with each failure counted once. */
const GOOD = [
  { response_code: '200', grpc_response_status: '' },
  { response_code: '404', grpc_response_status: '' },
  { response_code: '200', grpc_response_status: '0' },
  { response_code: '200', grpc_response_status: '5' },
];
const BAD = [
  { response_code: '503', grpc_response_status: '' },
  { response_code: '200', grpc_response_status: '14' },
  { response_code: '503', grpc_response_status: '14' },
];

/** Metrics of Istio's proxies: https://istio.io/latest/docs/reference/config/metrics/ */
export function istioRequests(objective: StatedObjective, notation: Notation): Requests {
  const { namespace, microservice, total } = objective;
  const route = total[0]!.matchers.find(({ label }) => label === 'request_operation')?.value;
  const own = {
    ...labelsOf(microservice, namespace),
    ...(route === undefined ? { reporter: 'source' } : { reporter: 'destination', request_operation: route }),
  };
  const counted = countersOf(own, objective, notation);
  const others: Labels[] = [
    { ...own, ...labelsOf(`not-${microservice}`, namespace) },
    { ...own, ...labelsOf(microservice, `not-${namespace}`) },
    // The other side of the same requests, and requests of another route.
    { ...own, reporter: own.reporter === 'source' ? 'destination' : 'source' },
    ...(route === undefined
      ? []
      : [
          { ...own, request_operation: `not-${route}` },
          { ...own, request_operation: '' },
        ]),
  ];
  return { counted, others: others.flatMap((labels) => countersOf(labels, objective, notation)) };
}

function countersOf(labels: Labels, objective: StatedObjective, notation: Notation): Counter[] {
  const threshold = thresholdOf(objective);
  if (threshold !== undefined)
    return histogram('istio_request_duration_milliseconds', { ...labels, ...GOOD[0] }, threshold, notation);
  const requests = (ends: readonly Labels[], good: number): Counter[] =>
    ends.map((end) => ({
      metric: 'istio_requests_total',
      labels: { ...labels, ...end },
      ofGood: good / ends.length,
      ofBad: (1 - good) / ends.length,
    }));
  return [...requests(GOOD, 1), ...requests(BAD, 0)];
}

function labelsOf(name: string, namespace: string): Labels {
  return {
    namespace: 'callers',
    pod: 'caller-1',
    job: 'caller',
    source_workload: 'caller',
    source_workload_namespace: 'callers',
    source_canonical_service: 'caller',
    destination_workload: name,
    destination_workload_namespace: namespace,
    destination_canonical_service: name,
    destination_service: `${name}.${namespace}.svc.cluster.local`,
    destination_service_name: name,
    destination_service_namespace: namespace,
  };
}
