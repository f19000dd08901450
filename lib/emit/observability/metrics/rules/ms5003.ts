import type { Detail, Rule } from '../../../../errors';
import { isDnsLabel, isDnsSubdomain } from '../../../kubernetes';
import type { MetricsAccess } from '../../../../values';
import { MS5003 } from '../../rules/ms5003';
import { RATE_WINDOW } from '../../slo';
import type { ScrapeSettings } from '../monitors';

/** Four scrapes fit into the window of rates, so that two may fail. */
const LONGEST_INTERVAL_SECONDS = 75;

/** Settings of scrapes and the days for which samples are kept. */
export interface ScrapeFacts extends ScrapeSettings {
  readonly retentionDays: number | undefined;
}

/** Samples are kept for some time. */
export const MS5003_RETENTION: Rule<Pick<ScrapeFacts, 'retentionDays'>> = {
  ...MS5003,

  evaluate: ({ retentionDays }) => noRetention(retentionDays),
};

/** Prometheus scrapes often enough for rates, and keeps samples. */
export const MS5003_SCRAPES: Rule<ScrapeFacts> = {
  ...MS5003,

  evaluate: ({ interval, sampleLimit, retentionDays }) => [
    ...noRetention(retentionDays),
    ...(Number.isInteger(interval) && interval >= 1 && interval <= LONGEST_INTERVAL_SECONDS
      ? []
      : [
          {
            message: 'the time between scrapes is invalid',
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
            message: 'the limit of samples is invalid',
            given: `it was ${sampleLimit}`,
            allowed: 'whole numbers from 1',
            fix: 'state how many samples a scrape of one pod may hold, such as 50000',
          },
        ]),
  ],
};

/** The identity of Prometheus is one that Kubernetes accepts. */
export const MS5003_ACCESS: Rule<Pick<MetricsAccess, 'certificate'>> = {
  ...MS5003,

  evaluate: ({ certificate }) => {
    if (certificate === undefined) return [];
    const { namespace, serviceAccount, folder } = certificate;
    return [
      ...(isDnsLabel(namespace)
        ? []
        : [
            invalid(
              'the namespace of the scraper',
              namespace,
              'at most 63 lower-case letters, digits and dashes, no dash at either end',
            ),
          ]),
      ...(isDnsSubdomain(serviceAccount)
        ? []
        : [invalid('the service account of the scraper', serviceAccount, 'names of objects, such as prometheus-k8s')]),
      ...(folder === undefined || folder.startsWith('/')
        ? []
        : [invalid("the folder of the scraper's certificates", folder, 'a path from /')]),
    ];
  },
};

function invalid(what: string, value: string, allowed: string): Detail {
  return {
    message: `${what} is invalid`,
    given: `it was '${value}'`,
    allowed,
    fix: 'state them as the pods of Prometheus have them',
  };
}

function noRetention(retentionDays: number | undefined): Detail[] {
  return retentionDays === undefined || (retentionDays > 0 && Number.isFinite(retentionDays))
    ? []
    : [
        {
          message: 'the time for which samples are kept is invalid',
          given: `retention was ${retentionDays} days`,
          allowed: 'a time above 0, with an end',
          fix: 'state how long Prometheus keeps samples',
        },
      ];
}
