import { type Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, fallbackScrapeProtocols } from '../../../program';

/** A fallback for the protocol of metrics that the monitoring cannot have. */
export const MS5311: Rule<DeploymentWorkload> = {
  code: 'MS5311',
  title: 'fallbackScrapeProtocol has no effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Prometheus 3 refuses metrics whose `Content-Type` it does not know, unless the scrape states a fallback. ' +
    'A PodMonitor and a ServiceMonitor of the Prometheus operator state one for all their ports. Annotations of pods ' +
    'state none: the configuration of that Prometheus has to.',
  reads: 'ports of the microservice, monitoring',

  evaluate: ({ ports, monitoring: { name, scrapes, statesFallback } }) => {
    const stated = fallbackScrapeProtocols(ports).map((protocol) => protocol.name);
    if (stated.length === 0) return [];
    const given = `fallbackScrapeProtocol was ${stated.join(' and ')}`;
    if (stated.length > 1)
      return [
        {
          message: 'the ports of the metrics state different fallbacks',
          given,
          allowed: 'one fallback for all ports that serve metrics',
          fix: 'state the same fallback for all, or one alone',
        },
      ];
    return !scrapes || statesFallback
      ? []
      : [
          {
            message: `${name} states no fallback for the protocol of metrics`,
            given,
            allowed: 'PrometheusOperator',
            fix: 'state fallback_scrape_protocol in the configuration of Prometheus, and leave it out here',
          },
        ];
  },
};
