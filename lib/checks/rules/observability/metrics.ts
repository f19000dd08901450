import type { Problem } from '../../../errors';
import { metricsPorts, DeploymentWorkload } from '../../../program';
import type { Rule } from '../../rule';

/** What serves metrics is scraped, once. */
export const metrics: Rule<DeploymentWorkload> = (facts) => {
  const { monitoring, cluster, settings, name, ports, proxied } = facts;
  if (!monitoring.scrapes) return [];
  const problems: Problem[] = [];
  const endpoints = facts.scraped;
  if (endpoints.length > 0 && cluster.scrapers.length === 0 && settings.values.networkPolicy) {
    problems.push({
      code: 'MS5004',
      message: `nobody is let in to scrape ${name}`,
      given: `the platform has ${monitoring.name}, and the cluster states no scrapers`,
      allowed:
        "scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })]",
      fix: 'state where Prometheus runs in the facts of the cluster',
    });
  }
  const { podAnnotations } = settings.values;
  const annotated =
    podAnnotations['prometheus.io/scrape'] === 'true'
      ? Object.keys(podAnnotations)
          .filter((key) => key.startsWith('prometheus.io/'))
          .sort()
      : [];
  if (endpoints.length > 0 && annotated.length > 0) {
    problems.push({
      code: 'MS5005',
      message: `metrics of ${name} are collected twice`,
      given: `podAnnotations held ${annotated.join(', ')}, and ${monitoring.name} scrapes its pods`,
      allowed: 'ports with servesMetrics: true alone',
      fix: 'leave the annotations out',
    });
  }
  const serving = metricsPorts(ports);
  if (!proxied && monitoring.onePort && serving.length > 1) {
    problems.push({
      code: 'MS5006',
      message: `${monitoring.name} collects the metrics of one port of a pod alone`,
      given: `ports ${serving.map(({ number }) => number).join(', ')} of ${name} serve metrics`,
      allowed: 'one port that serves metrics',
      fix: 'serve all metrics on one port, or use PrometheusOperator',
    });
  }
  return problems;
};
