import { Rule, Severity, shortList } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';

/** Network policies let in the scrapers of the platform. */
export const MS5004: Rule<PlatformUse> = {
  code: 'MS5004',
  title: 'no scraper is let in',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The platform has monitoring that scrapes metrics, and the facts of the cluster do not say where it runs, ' +
    'so network policies keep it out. State it as `scrapers`.',
  reads: 'ports of all microservices of the platform, monitoring, cluster',

  evaluate: ({ microservices, platform: { cluster, monitoring } }) => {
    if (!monitoring._facts.scrapes || cluster.scrapers.length > 0) return [];
    const shut = microservices.filter(({ scraped, settings }) => scraped.length > 0 && settings.values.networkPolicy);
    return shut.length === 0
      ? []
      : [
          {
            message: `no scraper is let in to ${shortList(shut.map(({ name }) => name))}`,
            given: `the platform has ${monitoring._facts.name}, and the cluster states no scrapers`,
            allowed:
              "scrapers: [NetworkPeer.pods({ namespace: 'monitoring', " +
              "labels: { 'app.kubernetes.io/name': 'prometheus' } })]",
            fix: 'state where Prometheus runs in the facts of the cluster',
          },
        ];
  },
};
