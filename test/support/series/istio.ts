import type { QueriedSeries } from '../promql';

/** Labels that every one of Istio's standard metrics has: https://istio.io/latest/docs/reference/config/metrics/ */
const STANDARD_LABELS = [
  'reporter',
  'connection_security_policy',
  'response_code',
  'response_flags',
  'grpc_response_status',
  'request_protocol',
  ...['source', 'destination'].flatMap((end) =>
    [
      'workload',
      'workload_namespace',
      'principal',
      'app',
      'version',
      'canonical_service',
      'canonical_revision',
      'cluster',
    ].map((label) => `${end}_${label}`),
  ),
  'destination_service',
  'destination_service_name',
  'destination_service_namespace',
];

/** Istio's metrics of requests, as Prometheus has them, with the labels of each; those of targets are the scraper's. */
export const ISTIO_METRICS: Readonly<Record<string, readonly string[]>> = {
  istio_requests_total: STANDARD_LABELS,
  istio_request_duration_milliseconds_bucket: [...STANDARD_LABELS, 'le'],
  istio_request_duration_milliseconds_count: STANDARD_LABELS,
  istio_request_duration_milliseconds_sum: STANDARD_LABELS,
};

/** A tag that a Telemetry may put on them: documented for the classification of requests. */
export const ISTIO_TAG = 'request_operation';

/** A time series. */
export interface Sample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Tells if a query selects a series, as Prometheus matches: a missing label is empty, and expressions are anchored. */
export function selects({ metric, matchers }: QueriedSeries, sample: Sample): boolean {
  return (
    metric === sample.metric &&
    matchers.every(({ label, operator, value }) => {
      const actual = sample.labels[label] ?? '';
      const matches = operator.includes('~') ? new RegExp(`^(?:${value})$`).test(actual) : actual === value;
      return operator.startsWith('!') ? !matches : matches;
    })
  );
}

/** One request from a workload to another, as one of its ends reports it. */
export function istioRequest(from: string, to: string, more: Readonly<Record<string, string>> = {}): Sample {
  const [[sourceNamespace, source], [namespace, name]] = [from.split('/'), to.split('/')] as [
    [string, string],
    [string, string],
  ];
  return {
    metric: 'istio_requests_total',
    labels: {
      reporter: 'source',
      connection_security_policy: 'mutual_tls',
      response_code: '200',
      response_flags: '-',
      request_protocol: 'http',
      ...end('source', source, sourceNamespace),
      ...end('destination', name, namespace),
      destination_service: `${name}.${namespace}.svc.cluster.local`,
      destination_service_name: name,
      destination_service_namespace: namespace,
      ...more,
    },
  };
}

function end(which: string, name: string, namespace: string): Record<string, string> {
  return {
    [`${which}_workload`]: name,
    [`${which}_workload_namespace`]: namespace,
    [`${which}_principal`]: `spiffe://cluster.local/ns/${namespace}/sa/${name}`,
    [`${which}_app`]: name,
    [`${which}_canonical_service`]: name,
    [`${which}_canonical_revision`]: 'latest',
    [`${which}_version`]: 'latest',
    [`${which}_cluster`]: 'Kubernetes',
  };
}
