import { Rule, Severity } from '../../../errors';
import type { MetricsAdapterNames } from '../adapter-names';

/** Prometheus accepts the metric names of the metrics adapter. */
export const MS6012: Rule<MetricsAdapterNames> = {
  code: 'MS6012',
  title: 'invalid fact of the autoscaling',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Addresses are such as pods reach, names such as Kubernetes and Prometheus accept, and KEDA has both a ' +
    'mode of authentication and the name of its credentials, or neither.',
  reads: 'autoscaling of the platform',

  evaluate: (names) =>
    (['requestsPerSecond', 'concurrency', 'latency'] as const).flatMap((field) => {
      const name = names[field];
      return name === undefined || /^[a-zA-Z_:][\w:]*$/.test(name)
        ? []
        : [
            {
              message: "the name of an adapter's metric is invalid",
              given: `metricsAdapter.${field} was '${name}'`,
              allowed: 'letters, digits, underscores and colons, no digit first',
              fix: "state it as the adapter's rules have it",
            },
          ];
    }),
};
