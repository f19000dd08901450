import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { hiddenMetricsPorts } from '../open-metrics';

/** Metrics are on a port that no caller uses, unless scrapers have an identity in the mesh. */
export const MS4007: Rule<DeploymentWorkload> = {
  code: 'MS4007',
  title: 'metrics are served on a port that callers use',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A scraper without a certificate has no identity in the mesh, so the port would have to be opened to ' +
    'plain text for everybody. Serve metrics on a port of their own, or state on the platform that the proxy ' +
    'merges them (`MetricsAccess.merged()`) or that the scraper has a certificate.',
  reads: 'ports and callers of the microservice, monitoring, cluster',

  evaluate: (facts) => {
    const hidden = hiddenMetricsPorts(facts);
    return hidden.length === 0
      ? []
      : [
          {
            message: `metrics of ${facts.name} are served on a port that callers use`,
            given: hidden.map(({ number, name: port }) => `port ${number} (${port})`).join(', '),
            allowed: 'a port without callers and exposures',
            fix: 'serve them on a port of their own, or have the platform state MetricsAccess.merged()',
          },
        ];
  },
};
