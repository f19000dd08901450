import type { Problem } from '../../../errors';
import { burnRateAlerts, DeploymentWorkload, policyOf, SHORTEST_WINDOW_DAYS } from '../../../program';
import { Objective } from '../../../values';
import { isWhole, repeated, Rule } from '../../rule';

/** Every objective is one that can be met, missed and told apart. */
export const objectives: Rule<DeploymentWorkload> = (facts) => [
  ...repeated(facts.objectives.map(({ name }) => name)).map((name): Problem => ({
    code: 'MS5001',
    message: `the objective ${name} is stated twice`,
    given: `${facts.name} states it more than once`,
    allowed: 'one objective for each threshold and route',
    fix: 'remove one of them, or name their routes',
  })),
  ...facts.objectives.flatMap((objective) => {
    const impossible = impossibilities(objective);
    return impossible.length > 0
      ? impossible
      : [...unreachableAlerts(objective), ...retention(facts, objective), ...timeouts(facts, objective)];
  }),
];

function impossibilities({ name, percent, windowDays, thresholdMillis, minimumFailures }: Objective): Problem[] {
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5001',
    message: `the objective ${name} ${message}`,
    given,
    allowed,
    fix,
  });
  return [
    ...(percent > 0 && percent < 100
      ? []
      : [
          problem(
            'is no share of the requests that can be missed and met',
            `it was ${percent} percent`,
            'above 0 and below 100 percent',
            'state percents, as 99.9',
          ),
        ]),
    ...(windowDays >= SHORTEST_WINDOW_DAYS && Number.isInteger(windowDays * 24)
      ? []
      : [
          problem(
            'has a window too short for its burn rates, or none',
            `it was ${windowDays} days`,
            `${SHORTEST_WINDOW_DAYS} days or more, in whole hours`,
            'state a longer window, as Duration.days(30)',
          ),
        ]),
    ...(thresholdMillis === undefined || thresholdMillis > 0
      ? []
      : [
          problem(
            'has an impossible threshold',
            `it was ${thresholdMillis} ms`,
            'above 0',
            'state how long a good answer takes at most',
          ),
        ]),
    ...(isWhole(minimumFailures, 1)
      ? []
      : [
          problem(
            'asks for an impossible number of failures',
            `minimumFailures was ${minimumFailures}`,
            'whole numbers from 1',
            'state how many failures are worth an alert',
          ),
        ]),
  ];
}

function unreachableAlerts(objective: Objective): Problem[] {
  const { name, percent, windowDays } = objective;
  return burnRateAlerts(objective)
    .filter(({ threshold }) => threshold >= 1)
    .slice(0, 1)
    .map(({ factor, threshold, longHours }) => ({
      code: 'MS5009',
      message: `an alert of the objective ${name} could never fire`,
      given:
        `${percent} percent over ${windowDays} days: the alert over ${longHours} h wants ${factor} times the ` +
        `error budget, ${(threshold * 100).toPrecision(4)} percent of the requests`,
      allowed: `above ${(100 - 100 / factor).toFixed(2)} percent for a window of ${windowDays} days`,
      fix: 'state a higher percentage or a shorter window',
    }));
}

function retention(
  { monitoring: { retentionDays, name: provider } }: DeploymentWorkload,
  { name, windowDays }: Objective,
): Problem[] {
  return retentionDays === undefined || windowDays <= retentionDays
    ? []
    : [
        {
          code: 'MS5012',
          message: `the objective ${name} looks back further than samples are kept`,
          given: `its window is ${windowDays} days; ${provider} keeps samples for ${retentionDays}`,
          allowed: `windows up to ${retentionDays} days`,
          fix: 'state a shorter window, or keep samples longer',
        },
      ];
}

function timeouts(
  { name: callee, inbound, exposures }: DeploymentWorkload,
  { name, thresholdMillis, route }: Objective,
): Problem[] {
  if (thresholdMillis === undefined || route !== undefined || inbound.length === 0 || exposures.length > 0) return [];
  const timeout = Math.max(...inbound.map((call) => policyOf(call).timeout ?? Infinity));
  return timeout > thresholdMillis
    ? []
    : [
        {
          code: 'MS5011',
          message: `the objective ${name} cannot be missed`,
          given: `every caller of ${callee} gives up after ${timeout} ms or earlier`,
          allowed: `thresholds below ${timeout} ms`,
          fix: 'state a lower threshold, or an objective of availability',
        },
      ];
}
