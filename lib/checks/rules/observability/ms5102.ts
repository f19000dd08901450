import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { Backlog, isLabelName, isMetricName, LABEL_NAMES, METRIC_NAMES, repeated } from '../../../values';

/** Every backlog has a name of its own, a bound, and a metric and labels that Prometheus accepts. */
export const MS5102: Rule<DeploymentWorkload> = {
  code: 'MS5102',
  title: 'invalid backlog',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'A backlog has a name of its own, a bound above 0, and a metric and labels such as Prometheus accepts; ' +
    'without a label, the work of everybody would be taken for that of the microservice.',
  reads: 'backlogs of the microservice',

  evaluate: ({ backlogs }) => [
    ...backlogs.flatMap((backlog) => [...invalidBounds(backlog), ...invalidMetric(backlog), ...invalidLabels(backlog)]),
    ...repeated(backlogs.map(({ name }) => name)).map((name) => ({
      message: 'two backlogs share a name',
      given: `'${name}' stands for ${backlogs.filter((backlog) => backlog.name === name).length} of them`,
      allowed: 'a name of its own for each',
      fix: 'leave one out, or use Backlog.custom, which names it',
    })),
  ],
};

function invalidBounds({ name, most, metric }: Backlog): Detail[] {
  return [
    ...(name !== ''
      ? []
      : [
          {
            message: 'a backlog has no name',
            given: `its metric was ${metric}`,
            allowed: 'a name, which its alert carries',
            fix: 'state a name',
          },
        ]),
    ...(Number.isFinite(most) && most > 0
      ? []
      : [
          {
            message: `the bound of the backlog ${name} is invalid`,
            given: `most was ${most}`,
            allowed: 'numbers above 0',
            fix: 'state how much may wait',
          },
        ]),
  ];
}

function invalidMetric({ name, metric }: Backlog): Detail[] {
  return isMetricName(metric)
    ? []
    : [
        {
          message: 'Prometheus refuses the metric of a backlog',
          given: `the metric of ${name} was '${metric}'`,
          allowed: `${METRIC_NAMES}; labels are stated apart`,
          fix: 'correct the metric',
        },
      ];
}

function invalidLabels({ name, metric, labels, parts }: Backlog): Detail[] {
  return [
    ...[...Object.keys(labels), ...parts]
      .filter((label) => !isLabelName(label))
      .map((label) => ({
        message: 'Prometheus refuses the label of a backlog',
        given: `a label of ${name} was '${label}'`,
        allowed: LABEL_NAMES,
        fix: 'correct the label',
      })),
    ...Object.entries(labels)
      .filter(([, value]) => typeof value !== 'string' || value === '')
      .map(([label]) => ({
        message: `the label ${label} of a backlog is empty`,
        given: `${label} of ${name} was ''`,
        allowed: 'a text that is not empty',
        fix: 'state the value that the exporter writes',
      })),
    ...(Object.keys(labels).length > 0
      ? []
      : [
          {
            message: `the backlog ${name} contains the work of all`,
            given: `its metric ${metric} had no labels`,
            allowed: 'one label or more',
            fix: 'state the labels that tell its work from that of others',
          },
        ]),
  ];
}
