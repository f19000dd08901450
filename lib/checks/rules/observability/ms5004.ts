import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';

/** Network policies let in the scrapers of the platform. */
export const MS5004: Rule<DeploymentWorkload> = {
  code: 'MS5004',
  title: 'no scraper is let in',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The platform has monitoring that scrapes metrics, and the facts of the cluster do not say where it runs, ' +
    'so network policies keep it out. State it as `scrapers`.',
  reads: 'ports of the microservice, monitoring, cluster',

  evaluate: (facts) => {
    const { monitoring, cluster, settings, name } = facts;
    const isOpen = cluster.scrapers.length > 0 || !settings.values.networkPolicy;
    return !monitoring.scrapes || isOpen || facts.scraped.length === 0
      ? []
      : [
          {
            message: `no scraper is let in to ${name}`,
            given: `the platform has ${monitoring.name}, and the cluster states no scrapers`,
            allowed:
              "scrapers: [NetworkPeer.pods({ namespace: 'monitoring', " +
              "labels: { 'app.kubernetes.io/name': 'prometheus' } })]",
            fix: 'state where Prometheus runs in the facts of the cluster',
          },
        ];
  },
};
