import { Detail, Rule, Severity } from '../../../errors';
import { ALERT_SWITCHES, missingFor } from '../../../emit/observability';
import { DeploymentWorkload, isOwnOrigin, originOf } from '../../../program';

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

type AlertSwitch = (typeof ALERT_SWITCHES)[number];

/** Alerts that the microservice itself switches on. On a stack or a platform, `true` means: where it applies. */
function statedAlerts({ name, settings }: DeploymentWorkload): AlertSwitch[] {
  return ALERT_SWITCHES.filter(
    (alert) => settings.values.alerts[alert] === true && isOwnOrigin(name, originOf(settings, `alerts.${alert}`)),
  );
}

function alerts(facts: DeploymentWorkload): Detail[] {
  return statedAlerts(facts).flatMap((alert) => {
    const missing = missingFor(alert, facts);
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
  });
}

/** Everything that no rule is evaluated for. */
function unevaluated(facts: DeploymentWorkload): Detail[] {
  const { backlogs, monitoring } = facts;
  const stated = [
    ...statedAlerts(facts).map((alert) => `alerts.${alert} was true`),
    ...(backlogs.length === 0 ? [] : [`backlogs were ${backlogs.map(({ name }) => name).join(', ')}`]),
  ];
  return stated.length === 0
    ? []
    : [
        {
          message: 'nothing evaluates the rules of alerts',
          given: `${stated.join(', ')}, the monitoring was ${monitoring.name}`,
          allowed: 'a platform whose monitoring evaluates rules',
          fix: 'state the monitoring of the platform, or leave it out',
        },
      ];
}
