import { FindingDefinition, Rule, Severity } from '../../../../errors';
import { isLabelValue, isQualifiedName } from '../../../kubernetes';

type Pairs = Readonly<Record<string, string>>;

/** ConfigMaps as the sidecar of Grafana finds them. */
export interface SidecarFacts {
  readonly provider: string;
  readonly labels: Pairs;
  readonly annotations: Pairs;
}

/** Dashboards as the Grafana operator finds and restores them. */
export interface OperatorFacts {
  readonly provider: string;
  readonly instanceSelector: Pairs;
  readonly resyncSeconds: number;
}

/** Invalid place of dashboards. */
export const MS5203: FindingDefinition = {
  code: 'MS5203',
  title: 'invalid place of dashboards',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Sidecars and operators find dashboards by labels, which have to be such as Kubernetes accepts, and put ' +
    'them into folders that have names; the operator restores them after a second or more.',
  reads: 'dashboards of the platform',
};

/** The sidecar of Grafana can find ConfigMaps by their labels and annotations. */
export const MS5203_CONFIG_MAPS: Rule<SidecarFacts> = {
  ...MS5203,

  evaluate: ({ provider, labels, annotations }) =>
    [
      ...invalidLabels(labels),
      ...Object.entries(annotations).filter(([key, value]) => !isQualifiedName(key) || value === ''),
    ].map(([key, value]) => ({
      message: 'nothing finds the dashboards',
      given: `${provider} had ${key}=${value}`,
      allowed: 'keys and values of labels, and a folder that has a name',
      fix: 'state the labels that the sidecar is configured to look for',
    })),
};

/** The Grafana operator can find instances, and restores dashboards after a second or more. */
export const MS5203_OPERATOR: Rule<OperatorFacts> = {
  ...MS5203,

  evaluate: ({ provider, instanceSelector, resyncSeconds }) => [
    ...invalidLabels(instanceSelector).map(([key, value]) => ({
      message: 'nothing finds the dashboards',
      given: `the instance selector of ${provider} had ${key}=${value}`,
      allowed: 'keys and values of labels',
      fix: 'state labels as the Grafana objects carry them',
    })),
    ...(resyncSeconds >= 1 && Number.isFinite(resyncSeconds)
      ? []
      : [
          {
            message: 'the operator would restore dashboards all the time',
            given: `the resync period of ${provider} was ${resyncSeconds} s`,
            allowed: '1 s or more, with an end',
            fix: 'state minutes',
          },
        ]),
  ],
};

function invalidLabels(labels: Pairs): [string, string][] {
  return Object.entries(labels).filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value));
}
