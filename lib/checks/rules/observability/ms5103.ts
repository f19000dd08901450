import { Detail, Rule, Severity } from '../../../errors';
import { ALERT_SWITCHES, missingFor } from '../../../emit/observability';
import { DeploymentWorkload, originOf } from '../../../program';

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

  evaluate: (facts) => [...alerts(facts), ...backlogs(facts)],
};

function alerts(facts: DeploymentWorkload): Detail[] {
  const { name, settings, monitoring } = facts;
  // On a stack or a platform, `true` means: where it applies.
  return ALERT_SWITCHES.filter(
    (alert) =>
      settings.values.alerts[alert] === true && originOf(settings, `alerts.${alert}`) === `microservice ${name}`,
  ).flatMap((alert) => {
    const given = `alerts.${alert} was true`;
    if (!monitoring.evaluatesRules) return [unevaluated(given, monitoring.name)];
    const missing = missingFor(alert, facts);
    return missing === undefined
      ? []
      : [
          {
            message: `the alert ${alert} could never fire`,
            given: `${given}, without ${missing}`,
            allowed: missing,
            fix: `state ${missing}, or leave alerts.${alert} out`,
          },
        ];
  });
}

function backlogs({ backlogs: all, monitoring }: DeploymentWorkload): Detail[] {
  return all.length === 0 || monitoring.evaluatesRules
    ? []
    : [unevaluated(`backlogs were ${all.map(({ name }) => name).join(', ')}`, monitoring.name)];
}

function unevaluated(given: string, monitoring: string): Detail {
  return {
    message: 'nothing evaluates the rules of alerts',
    given: `${given}, the monitoring was ${monitoring}`,
    allowed: 'a platform whose monitoring evaluates rules',
    fix: 'state the monitoring of the platform, or leave it out',
  };
}
