import { BurnRateAlert, burnRateAlerts, DeploymentWorkload, requestSeries, selector } from '../../../program';
import { errorBudget, Objective, rounded } from '../../../values';
import { AlertingRule, alertRule, AlertRouting } from '../alerts';
import { errorRatio, INTERVAL_SECONDS, RECORDED, recorded } from './recorded';
import { alertWindows } from './recording';

/** Name of the alerts, told apart by their labels. */
export const BURN_RATE_ALERT = 'ErrorBudgetBurn';

/**
 * An objective's alerts: the budget is spent too fast over a long time, still is over a short one, and by more than a
 * few failures.
 */
export function burnRateRules(facts: DeploymentWorkload, objective: Objective, routing: AlertRouting): AlertingRule[] {
  return requestSeries(facts, objective) === undefined
    ? []
    : burnRateAlerts(objective).map((alert) => burnRateRule(facts, objective, alert, routing));
}

function burnRateRule(
  facts: DeploymentWorkload,
  objective: Objective,
  alert: BurnRateAlert,
  routing: AlertRouting,
): AlertingRule {
  const { long, short } = alertWindows(alert);
  const read = (metric: string) => selector(recorded(metric, facts, objective));
  const { percent, windowDays, minimumFailures, name } = objective;
  const spent = `${rounded(alert.budgetSpent * 100)}%`;
  return alertRule(facts, routing, {
    alert: BURN_RATE_ALERT,
    expr:
      `${read(errorRatio(long))} > ${alert.threshold} and ${read(errorRatio(short))} > ${alert.threshold} and ` +
      `${INTERVAL_SECONDS} * sum_over_time(${read(RECORDED.bad)}[${long}]) >= ${minimumFailures}`,
    urgency: alert.urgency,
    labels: { objective: name, long_window: long, short_window: short },
    summary:
      `${facts.name} misses its objective ${name} (${percent}% over ${windowDays} days): {{ $value | ` +
      `humanizePercentage }} of requests over ${long} were bad`,
    description:
      `Bad requests may be ${rounded(errorBudget(objective) * 100)}%. Above ` +
      (`${rounded(alert.threshold * 100)}% the error budget is spent ${alert.factor} times too fast: ${spent} of ` +
        `it, or more, went within ${long}, and it goes on.`),
  });
}
