import { Detail, Rule, Severity } from '../../../errors';
import { ALERT_SWITCHES, JOB_ALERT_SWITCHES, missingFor, missingForJob } from '../../../emit/observability';
import { type DeploymentWorkload, isOwnOrigin, type JobWorkload, originOf } from '../../../program';

/** Every alert that a microservice switches on can fire, and alerts of its backlogs have a receiver. */
export const MS5103: Rule<DeploymentWorkload> = {
  code: 'MS5103',
  title: 'a statement about alerts has no effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An alert is stated where it could never fire, or a backlog where no alert reports it. State the subject ' +
    'of the alert, or leave the statement out; acknowledge the finding on platforms where nothing evaluates rules.',
  reads: 'alerts and backlogs of the microservice, monitoring',

  evaluate: (facts) => (facts.monitoring.evaluatesRules ? alerts(facts) : unevaluated(facts)),
};

/** The same of a job. */
export const MS5103_OF_JOB: Rule<JobWorkload> = {
  ...MS5103,

  evaluate: (facts) => {
    const { name, monitoring, settings } = facts;
    const stated = JOB_ALERT_SWITCHES.filter(
      (alert) =>
        settings.values.alerts.jobs?.[alert] === true && originOf(settings, `alerts.jobs.${alert}`) === `job ${name}`,
    );
    if (!monitoring.evaluatesRules)
      return notEvaluated(
        stated.map((alert) => `alerts.${alert} was true`),
        monitoring.name,
      );
    return stated.flatMap((alert) => neverFires(alert, missingForJob(alert, facts)));
  },
};

type AlertSwitch = (typeof ALERT_SWITCHES)[number];

/** Alerts that the microservice itself switches on. On a stack or a platform, `true` means: where it applies. */
function statedAlerts({ name, settings }: DeploymentWorkload): AlertSwitch[] {
  return ALERT_SWITCHES.filter(
    (alert) => settings.values.alerts[alert] === true && isOwnOrigin(name, originOf(settings, `alerts.${alert}`)),
  );
}

function alerts(facts: DeploymentWorkload): Detail[] {
  return [
    ...statedAlerts(facts).flatMap((alert) => neverFires(alert, missingFor(alert, facts))),
    ...statedForJobs(facts).flatMap((alert) => neverFires(`jobs.${alert}`, 'a job')),
  ];
}

/** Alerts of jobs that the microservice itself switches on. */
function statedForJobs({ name, settings }: DeploymentWorkload): readonly string[] {
  return JOB_ALERT_SWITCHES.filter(
    (alert) =>
      settings.values.alerts.jobs?.[alert] === true &&
      originOf(settings, `alerts.jobs.${alert}`) === `microservice ${name}`,
  );
}

function neverFires(alert: string, missing: string | undefined): Detail[] {
  return missing === undefined
    ? []
    : [
        {
          message: `the alert ${alert} could never fire`,
          given: `alerts.${alert} was true, without ${missing}`,
          allowed: missing,
          fix: `state ${missing}, or leave alerts.${alert} out`,
        },
      ];
}

/** Everything that no rule is evaluated for. */
function unevaluated(facts: DeploymentWorkload): Detail[] {
  const { backlogs, monitoring } = facts;
  const stated = [
    ...statedAlerts(facts).map((alert) => `alerts.${alert} was true`),
    ...statedForJobs(facts).map((alert) => `alerts.jobs.${alert} was true`),
    ...(backlogs.length === 0 ? [] : [`backlogs were ${backlogs.map(({ name }) => name).join(', ')}`]),
  ];
  return notEvaluated(stated, monitoring.name);
}

function notEvaluated(stated: readonly string[], monitoring: string): Detail[] {
  return stated.length === 0
    ? []
    : [
        {
          message: 'nothing evaluates the rules of alerts',
          given: `${stated.join(', ')}, the monitoring was ${monitoring}`,
          allowed: 'a platform whose monitoring evaluates rules',
          fix: 'state the monitoring of the platform, or leave it out',
        },
      ];
}
