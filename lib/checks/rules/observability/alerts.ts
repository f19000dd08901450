import type { Problem } from '../../../errors';
import { DeploymentWorkload, originOf } from '../../../program';
import { Backlog } from '../../../values';
import { alertLabelProblems, ALERT_SWITCHES, isLabelName, isMetricName, missingFor } from '../../../emit/observability';
import { repeated, Rule } from '../../rule';

/** Labels of alerts are labels, and an alert that is stated for a microservice can fire. */
export const alerts: Rule<DeploymentWorkload> = (facts) => {
  const { name, settings, monitoring } = facts;
  const { labels = {}, ...stated } = settings.values.alerts;
  // On a stack or a platform, `true` means: where it applies.
  const switchedOn = ALERT_SWITCHES.filter(
    (alert) => stated[alert] === true && originOf(settings, `alerts.${alert}`) === `microservice ${name}`,
  );
  return [
    ...alertLabelProblems(labels, (label) => originOf(settings, `alerts.labels.${label}`)),
    ...switchedOn.flatMap((alert): Problem[] => {
      const given = `alerts.${alert} was true`;
      if (!monitoring.evaluatesRules) return [unevaluated(given, monitoring.name)];
      const missing = missingFor(alert, facts);
      return missing === undefined
        ? []
        : [
            {
              code: 'MS5103',
              message: `the alert ${alert} could never fire`,
              given: `${given}, without ${missing}`,
              allowed: missing,
              fix: `state ${missing}, or leave alerts.${alert} out`,
            },
          ];
    }),
  ];
};

/** Backlogs can be told apart, compared, and selected. */
export const backlogs: Rule<DeploymentWorkload> = ({ backlogs: all, monitoring }) => [
  ...all.flatMap(backlogProblems),
  ...repeated(all.map(({ name }) => name)).map((name): Problem => ({
    code: 'MS5102',
    message: 'two backlogs share a name',
    given: `'${name}' stands for ${all.filter((backlog) => backlog.name === name).length} of them`,
    allowed: 'a name of its own for each',
    fix: 'leave one out, or use Backlog.custom, which names it',
  })),
  ...(all.length === 0 || monitoring.evaluatesRules
    ? []
    : [unevaluated(`backlogs were ${all.map(({ name }) => name).join(', ')}`, monitoring.name)]),
];

function unevaluated(given: string, monitoring: string): Problem {
  return {
    code: 'MS5103',
    message: 'nothing evaluates the rules of alerts',
    given: `${given}, the monitoring was ${monitoring}`,
    allowed: 'a platform whose monitoring evaluates rules',
    fix: 'state the monitoring of the platform, or leave it out',
  };
}

function backlogProblems({ name, most, metric, labels, parts }: Backlog): Problem[] {
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5102',
    message,
    given,
    allowed,
    fix,
  });
  const names = [...Object.keys(labels), ...parts].filter((label) => !isLabelName(label));
  const empty = Object.entries(labels)
    .filter(([, value]) => typeof value !== 'string' || value === '')
    .map(([label]) => label);
  return [
    ...(name !== ''
      ? []
      : [
          problem(
            'a backlog has no name',
            `its metric was ${metric}`,
            'a name, which its alert carries',
            'state a name',
          ),
        ]),
    ...(Number.isFinite(most) && most > 0
      ? []
      : [
          problem(
            `the backlog ${name} has an impossible bound`,
            `most was ${most}`,
            'numbers above 0',
            'state how much may wait',
          ),
        ]),
    ...(isMetricName(metric)
      ? []
      : [
          problem(
            'Prometheus refuses the metric of a backlog',
            `the metric of ${name} was '${metric}'`,
            'letters, digits, underscores and colons, no digit first; labels are stated apart',
            'correct the metric',
          ),
        ]),
    ...names.map((label) =>
      problem(
        'Prometheus refuses the label of a backlog',
        `a label of ${name} was '${label}'`,
        'letters, digits and underscores, no digit first, no two underscores first',
        'correct the label',
      ),
    ),
    ...empty.map((label) =>
      problem(
        `the label ${label} of a backlog is empty`,
        `${label} of ${name} was ''`,
        'a text that is not empty',
        'state the value that the exporter writes',
      ),
    ),
    ...(Object.keys(labels).length > 0
      ? []
      : [
          problem(
            `the backlog ${name} is everybody's`,
            `its metric ${metric} had no labels`,
            'one label or more',
            'state the labels that tell its work from that of others',
          ),
        ]),
  ];
}
