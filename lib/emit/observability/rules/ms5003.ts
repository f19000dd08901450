import { FindingDefinition, Rule, Severity, withoutCredentials } from '../../../errors';
import { isLabelValue, isQualifiedName } from '../../kubernetes';
import type { MonitoringFacts } from '../../../program';
import { isHttpUrl, isLabelName, LABEL_NAMES } from '../../../values';

/** Invalid fact of the monitoring. */
export const MS5003: FindingDefinition = {
  code: 'MS5003',
  title: 'invalid fact of the monitoring',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Labels are such as Kubernetes and Prometheus accept, scrapes are frequent enough for rates over five ' +
    'minutes, and the severity of pages differs from that of tickets.',
  reads: 'monitoring, metrics of the application',
};

/** The address of Prometheus is a URL of HTTP. */
export const MS5003_ADDRESS: Rule<Pick<MonitoringFacts, 'address'>> = {
  ...MS5003,

  evaluate: ({ address }) =>
    address === undefined || isHttpUrl(address)
      ? []
      : [
          {
            message: 'the address of Prometheus is invalid',
            given: `it was '${withoutCredentials(address)}'`,
            allowed: 'an address of HTTP or HTTPS, such as http://prometheus-operated.monitoring:9090',
            fix: 'state it as controllers in the cluster reach it',
          },
        ],
};

/** Prometheus accepts the labels of targets, of which the library makes queries. */
export const MS5003_TARGET_LABELS: Rule<Pick<MonitoringFacts, 'targetLabels'>> = {
  ...MS5003,

  evaluate: ({ targetLabels }) =>
    Object.entries(targetLabels)
      .filter(([, label]) => !isLabelName(label))
      .map(([subject, label]) => ({
        message: `Prometheus refuses the label of targets that holds the ${subject}`,
        given: `${subject}Label was '${label}'`,
        allowed: LABEL_NAMES,
        fix: 'state the label that the scrape configuration gives to its targets',
      })),
};

/** Labels that select monitors or rules. */
export interface SelectorFacts {
  readonly selector: Readonly<Record<string, string>>;
}

/** Kubernetes accepts the labels by which Prometheus selects monitors and rules. */
export const MS5003_SELECTOR: Rule<SelectorFacts> = {
  ...MS5003,

  evaluate: ({ selector }) =>
    Object.entries(selector)
      .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
      .map(([key, value]) => ({
        message: 'Kubernetes refuses a label that Prometheus selects by',
        given: `it was ${key}=${value}`,
        allowed: 'keys and values of labels',
        fix: 'state it as the Prometheus object has it',
      })),
};
