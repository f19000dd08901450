import type { Problem } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { isLabelName, isMetricName } from '../../../emit/observability';
import type { Rule } from '../../rule';

/**
 * What is said of an application's own metrics is something that Prometheus accepts: it refuses a whole file for one
 * wrong name.
 */
export const requestMetrics: Rule<DeploymentWorkload> = ({ name, requestMetrics: metrics }) => {
  if (metrics === undefined) return [];
  const problem = (given: string, allowed: string, fix = 'correct it'): Problem => ({
    code: 'MS5003',
    message: `the metrics of requests to ${name} are impossible`,
    given,
    allowed,
    fix,
  });
  const { requests, duration, resultLabel, methodLabel, pathLabel, failures, boundsMillis } = metrics;
  return [
    ...[requests, duration]
      .filter((metric) => metric !== undefined && !isMetricName(metric))
      .map((metric) => problem(`a metric was '${metric}'`, 'letters, digits, underscores and colons, no digit first')),
    ...[resultLabel, methodLabel, pathLabel]
      .filter((label) => label !== undefined && !isLabelName(label))
      .map((label) =>
        problem(`a label was '${label}'`, 'letters, digits and underscores, no digit first, no two underscores first'),
      ),
    ...(isPattern(failures)
      ? []
      : [problem(`failures were '${failures}'`, 'a regular expression that is not empty, as 5..')]),
    ...(boundsMillis.length > 0 &&
    boundsMillis.every((bound, at) => bound > (boundsMillis[at - 1] ?? 0) && Number.isFinite(bound))
      ? []
      : [
          problem(
            `buckets were ${boundsMillis.map((bound) => `${bound} ms`).join(', ') || 'none'}`,
            'times above 0 in ascending order, each once',
            'state the bounds as the application does, without the last, which is infinite',
          ),
        ]),
  ];
};

/** RE2 takes what JavaScript takes, but for looking around and back. */
function isPattern(text: string): boolean {
  try {
    return text !== '' && new RegExp(text) instanceof RegExp && !/\(\?<?[=!]|\\[1-9]/.test(text);
  } catch {
    return false;
  }
}
