import { Rule, Severity } from '../../../errors';
import { burnRateAlerts, DeploymentWorkload } from '../../../program';
import { validObjectives } from './objective';

/** Every alert of an objective can fire: its burn rate times the error budget is below all requests. */
export const MS5009: Rule<DeploymentWorkload> = {
  code: 'MS5009',
  title: 'an alert of an objective could never fire',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An alert fires when the share of bad requests exceeds its burn rate times the error budget, and no share ' +
    'exceeds 1. State a higher percentage or a shorter window.',
  reads: 'objectives of the microservice',

  evaluate: ({ objectives }) =>
    validObjectives(objectives).flatMap((objective) => {
      const { name, percent, windowDays } = objective;
      const alert = burnRateAlerts(objective).find(({ threshold }) => threshold >= 1);
      if (alert === undefined) return [];
      const { factor, threshold, longHours } = alert;
      return [
        {
          message: `an alert of the objective ${name} could never fire`,
          given:
            `${percent} percent over ${windowDays} days: the alert over ${longHours} h wants ${factor} times the ` +
            `error budget, ${(threshold * 100).toPrecision(4)} percent of the requests`,
          allowed: `above ${(100 - 100 / factor).toFixed(2)} percent for a window of ${windowDays} days`,
          fix: 'state a higher percentage or a shorter window',
        },
      ];
    }),
};
