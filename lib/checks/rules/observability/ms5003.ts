import type { Detail, Rule } from '../../../errors';
import { MS5003 } from '../../../emit/observability';
import type { DeploymentWorkload } from '../../../program';
import { isLabelName, isMetricName, LABEL_NAMES, METRIC_NAMES, re2Fault } from '../../../values';

/** Prometheus accepts the names of an application's metrics: it refuses a whole file for one invalid name. */
export const MS5003_REQUEST_METRICS: Rule<DeploymentWorkload> = {
  ...MS5003,

  evaluate: ({ name, requestMetrics }) => {
    if (requestMetrics === undefined) return [];
    const { requests, duration, resultLabel, methodLabel, pathLabel, failures, boundsMillis } = requestMetrics;
    const invalid = (
      given: string,
      allowed: string,
      fix = 'state it as the application exposes it on its metrics port',
    ): Detail => ({
      message: `the metrics of requests to ${name} are invalid`,
      given,
      allowed,
      fix,
    });
    return [
      ...[requests, duration]
        .filter((metric) => metric !== undefined && !isMetricName(metric))
        .map((metric) => invalid(`a metric was '${metric}'`, METRIC_NAMES)),
      ...[resultLabel, methodLabel, pathLabel]
        .filter((label) => label !== undefined && !isLabelName(label))
        .map((label) => invalid(`a label was '${label}'`, LABEL_NAMES)),
      ...invalidPattern(failures).map((given) =>
        invalid(
          given,
          'a regular expression of RE2 that is not empty, as 5..',
          "state one of RE2 that failed results match, as in '5..'",
        ),
      ),
      ...(boundsMillis.length > 0 &&
      boundsMillis.every((bound, at) => bound > (boundsMillis[at - 1] ?? 0) && Number.isFinite(bound))
        ? []
        : [
            invalid(
              `buckets were ${boundsMillis.map((bound) => `${bound} ms`).join(', ') || 'none'}`,
              'times above 0 in ascending order, each once',
              'state the bounds as the application does, without the last, which is infinite',
            ),
          ]),
    ];
  },
};

function invalidPattern(failures: string): string[] {
  if (failures === '') return ["failures were ''"];
  const fault = re2Fault(failures);
  return fault === undefined ? [] : [`failures were '${failures}': ${fault}`];
}
