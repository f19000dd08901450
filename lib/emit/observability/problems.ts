import type { Problem } from '../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../kubernetes';
import type { MonitoringFacts } from '../../program';
import type { MetricsAccess } from '../../values';
import { alertLabelProblems, AlertRouting } from './alerts';
import type { ScrapeSettings } from './metrics/monitors';
import { RATE_WINDOW } from './slo';

/** Four scrapes within the time that rates are taken over: two may fail. */
const LONGEST_INTERVAL_SECONDS = 75;

/** Problems of the scrape settings of Prometheus. */
export function scrapeProblems({ interval, sampleLimit }: ScrapeSettings, retentionDays?: number): Problem[] {
  return [
    ...(retentionDays === undefined || retentionDays > 0
      ? []
      : [
          {
            code: 'MS5003' as const,
            message: 'samples are kept for no time',
            given: `retention was ${retentionDays} days`,
            allowed: 'a time above 0',
            fix: 'state how long Prometheus keeps samples',
          },
        ]),
    ...(Number.isInteger(interval) && interval >= 1 && interval <= LONGEST_INTERVAL_SECONDS
      ? []
      : [
          {
            code: 'MS5003' as const,
            message: 'the time between scrapes is impossible',
            given: `it was ${interval} s`,
            allowed:
              `whole seconds from 1 to ${LONGEST_INTERVAL_SECONDS}: rates are taken over ${RATE_WINDOW}, ` +
              'and want four scrapes',
            fix: 'scrape more often',
          },
        ]),
    ...(Number.isInteger(sampleLimit) && sampleLimit >= 1
      ? []
      : [
          {
            code: 'MS5003' as const,
            message: 'the limit of samples is impossible',
            given: `it was ${sampleLimit}`,
            allowed: 'whole numbers from 1',
            fix: 'correct it',
          },
        ]),
  ];
}

/** Problems of Prometheus' access to metrics. */
export function accessProblems({ certificate }: Pick<MetricsAccess, 'certificate'>): Problem[] {
  if (certificate === undefined) return [];
  const { namespace, serviceAccount, folder } = certificate;
  const problem = (message: string, given: string, allowed: string): Problem => ({
    code: 'MS5003',
    message,
    given,
    allowed,
    fix: 'state them as the pods of Prometheus have them',
  });
  return [
    ...(isDnsLabel(namespace)
      ? []
      : [
          problem(
            'the namespace of the scraper is none',
            `it was '${namespace}'`,
            'at most 63 lower-case letters, digits and dashes, no dash at either end',
          ),
        ]),
    ...(isDnsSubdomain(serviceAccount)
      ? []
      : [
          problem(
            'the service account of the scraper is none',
            `it was '${serviceAccount}'`,
            'names of objects, such as prometheus-k8s',
          ),
        ]),
    ...(folder === undefined || folder.startsWith('/')
      ? []
      : [problem("the folder of the scraper's certificates is none", `it was '${folder}'`, 'a path from /')]),
  ];
}

/** Problems of the address of Prometheus. */
export function addressProblems({ address }: Pick<MonitoringFacts, 'address'>): Problem[] {
  return address === undefined || /^https?:\/\/[^\s/]+\S*$/.test(address)
    ? []
    : [
        {
          code: 'MS5003',
          message: 'the address of Prometheus is none',
          given: `it was '${address}'`,
          allowed: 'an address of HTTP or HTTPS, such as http://prometheus-operated.monitoring:9090',
          fix: 'state it as controllers in the cluster reach it',
        },
      ];
}

/** Problems of the labels that select monitors or rules. */
export function selectorProblems(selector: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(selector)
    .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
    .map(([key, value]) => ({
      code: 'MS5003',
      message: 'Kubernetes refuses a label that Prometheus selects by',
      given: `it was ${key}=${value}`,
      allowed: 'keys and values of labels',
      fix: 'state it as the Prometheus object has it',
    }));
}

/** Problems of the routing of alerts. */
export function routingProblems({ severities, labels, runbookUrl }: AlertRouting): Problem[] {
  return [
    ...alertLabelProblems(labels, () => 'platform'),
    ...Object.entries(severities)
      .filter(([, severity]) => severity === '' || severity.includes('{{'))
      .map(([urgency, severity]): Problem => ({
        code: 'MS5003',
        message: `the severity of a ${urgency} is none`,
        given: `it was '${severity}'`,
        allowed: 'a text that is not empty, without {{',
        fix: 'state it as receivers are told by it',
      })),
    ...(severities.page === severities.ticket
      ? [
          {
            code: 'MS5003' as const,
            message: 'alerts of both urgencies have one severity',
            given: `it was ${severities.page}`,
            allowed: 'two severities',
            fix: 'state which of them wakes somebody',
          },
        ]
      : []),
    ...(runbookUrl === undefined || /^https?:\/\/\S+$/.test(runbookUrl)
      ? []
      : [
          {
            code: 'MS5003' as const,
            message: 'the address of runbooks is none',
            given: `it was '${runbookUrl}'`,
            allowed: 'an address of HTTP or HTTPS that the name of an alert is appended to',
            fix: 'correct it',
          },
        ]),
  ];
}
