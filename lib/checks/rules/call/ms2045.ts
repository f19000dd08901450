import { Rule, Severity } from '../../../errors';
import type { Port } from '../../../values';
import { pathFault } from '../path-fault';

/** Invalid path of metrics. */
export const MS2045: Rule<readonly Port[]> = {
  code: 'MS2045',
  title: 'invalid path of metrics',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Scrapers ask for one path, and policies let them ask for no other: a wildcard would open every path, and a ' +
    'query or a path that proxies normalise matches no request. docs/mesh/paths.md says how a path is written.',
  reads: 'ports',

  evaluate: (ports) =>
    ports.flatMap(({ name, metricsPath }) => {
      const fault = isWhole(metricsPath)
        ? pathFault(metricsPath)
        : { allowed: 'one whole path from /', fix: "state the path of the metrics, such as '/metrics'" };
      return fault === undefined
        ? []
        : [{ message: `invalid path of metrics of port ${name}`, given: `metricsPath was '${metricsPath}'`, ...fault }];
    }),
};

function isWhole(path: string): boolean {
  return path.startsWith('/') && !/[*{}]/.test(path);
}
