import { Rule, Severity } from '../../../../errors';
import type { MonitoringFacts } from '../../../../program';

/** A provider of dashboards and the monitoring of its platform. */
export interface DashboardSource {
  readonly provider: string;
  readonly monitoring: Pick<MonitoringFacts, 'name' | 'scrapes'>;
}

/** The monitoring of the platform scrapes the series that dashboards show. */
export const MS5202: Rule<DashboardSource> = {
  code: 'MS5202',
  title: 'dashboards would show nothing',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Every panel asks for series, and nothing scrapes metrics that the library knows of. State the monitoring ' +
    'of the platform; acknowledge the finding on platforms without.',
  reads: 'dashboards and monitoring of the platform',

  evaluate: ({ provider, monitoring }) =>
    monitoring.scrapes
      ? []
      : [
          {
            message: 'dashboards would show nothing',
            given:
              `${provider} was stated, and the monitoring was ${monitoring.name}, which scrapes nothing that the ` +
              'library knows of',
            allowed: 'a platform whose monitoring scrapes metrics',
            fix: 'state the monitoring of the platform, or leave dashboards out',
          },
        ],
};
