import { Rule, Severity } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { validObjectives } from './objective';

/** A caller waits long enough to miss every objective of latency. */
export const MS5011: Rule<DeploymentWorkload> = {
  code: 'MS5011',
  title: 'an objective of latency cannot be missed',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Every caller gives up before the threshold, so slow requests count as failures and never as slow. State ' +
    'a lower threshold, or an objective of availability.',
  reads: 'objectives and callers of the microservice',

  evaluate: ({ name: callee, objectives, inbound, exposures }) => {
    if (inbound.length === 0 || exposures.length > 0) return [];
    return validObjectives(objectives).flatMap(({ name, thresholdMillis, route }) => {
      if (thresholdMillis === undefined || route !== undefined) return [];
      const timeout = Math.max(...inbound.map((call) => call.policy.timeout ?? Infinity));
      return timeout > thresholdMillis
        ? []
        : [
            {
              message: `the objective ${name} cannot be missed`,
              given: `every caller of ${callee} gives up after ${timeout} ms or earlier`,
              allowed: `thresholds below ${timeout} ms`,
              fix: 'state a lower threshold, or an objective of availability',
            },
          ];
    });
  },
};
