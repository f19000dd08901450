import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';

/** No annotation has metrics collected a second time. */
export const MS5005: Rule<DeploymentWorkload> = {
  code: 'MS5005',
  title: 'metrics are collected twice',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    "Annotations of the pods have a second scraper collect the metrics that the platform's monitors collect " +
    'already: every series would be there twice, and every sum too high. Leave the annotations out.',
  reads: 'annotations and ports of the microservice, monitoring',

  evaluate: (facts) => {
    const { monitoring, settings, name } = facts;
    const { podAnnotations } = settings.values;
    if (!monitoring.scrapes || podAnnotations['prometheus.io/scrape'] !== 'true' || facts.scraped.length === 0)
      return [];
    const annotations = Object.keys(podAnnotations)
      .filter((key) => key.startsWith('prometheus.io/'))
      .sort();
    return [
      {
        message: `metrics of ${name} are collected twice`,
        given: `metadata.podAnnotations held ${annotations.join(', ')}, and ${monitoring.name} scrapes its pods`,
        allowed: 'only ports with servesMetrics: true',
        fix: 'leave the annotations out',
      },
    ];
  },
};
