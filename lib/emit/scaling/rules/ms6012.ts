import { Rule, Severity } from '../../../errors';
import type { MetricsAdapterNames } from '../adapter-names';

/** An autoscaler can ask for the metrics of the adapter: their names are segments of a path, of whatever grammar. */
export const MS6012: Rule<MetricsAdapterNames> = {
  code: 'MS6012',
  title: 'invalid fact of the autoscaling',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Addresses are such as pods reach, names such as Kubernetes accepts, and KEDA has both a ' +
    'mode of authentication and the name of its credentials, or neither.',
  reads: 'autoscaling of the platform',

  evaluate: (names) =>
    (['requestsPerSecond', 'concurrency', 'latency'] as const).flatMap((field) => {
      const name = names[field];
      return name === undefined || isExternalMetric(name)
        ? []
        : [
            {
              message: "the name of an adapter's metric is invalid",
              given: `metricsAdapter.${field} was '${name}'`,
              allowed: 'names without blanks, slashes and percent signs, such as http_requests_per_second',
              fix: "state it as the adapter's rules have it",
            },
          ];
    }),
};

/**
 * Tells that an autoscaler can ask for a metric. Kubernetes refuses what is no segment of a path; names of clouds have
 * dots and bars, as in `loadbalancing.googleapis.com|https|request_count`. No adapter is known to serve blanks.
 * See `IsPathSegmentName` in
 * https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/api/validate/content/path.go.
 */
function isExternalMetric(name: string): boolean {
  return /^[^\s/%]+$/.test(name) && name !== '.' && name !== '..';
}
