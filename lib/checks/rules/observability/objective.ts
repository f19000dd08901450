import type { Detail } from '../../../errors';
import { SHORTEST_WINDOW_DAYS } from '../../../program';
import { Objective, isWhole } from '../../../values';

/** Invalid values of an objective; none where it can be met and missed. */
export function invalidObjective(objective: Objective): Detail[] {
  const { name, percent, windowDays, thresholdMillis, minimumFailures } = objective;
  return [
    ...(percent > 0 && percent < 100
      ? []
      : [
          {
            message: `the share of the objective ${name} is invalid`,
            given: `it was ${percent} percent`,
            allowed: 'above 0 and below 100 percent',
            fix: 'state percents, as 99.9',
          },
        ]),
    ...(windowDays >= SHORTEST_WINDOW_DAYS && Number.isInteger(windowDays * 24)
      ? []
      : [
          {
            message: `the window of the objective ${name} is invalid, or too short for its burn rates`,
            given: `it was ${windowDays} days`,
            allowed: `${SHORTEST_WINDOW_DAYS} days or more, in whole hours`,
            fix: 'state a longer window, as Duration.days(30)',
          },
        ]),
    ...(thresholdMillis === undefined || (thresholdMillis > 0 && Number.isFinite(thresholdMillis))
      ? []
      : [
          {
            message: `the threshold of the objective ${name} is invalid`,
            given: `it was ${thresholdMillis} ms`,
            allowed: 'above 0',
            fix: 'state how long a good answer takes at most',
          },
        ]),
    ...(isWhole(minimumFailures, 1)
      ? []
      : [
          {
            message: `the number of failures of the objective ${name} is invalid`,
            given: `minimumFailures was ${minimumFailures}`,
            allowed: 'whole numbers from 1',
            fix: 'state how many failures are worth an alert',
          },
        ]),
  ];
}

/** The objectives that can be met and missed. */
export function validObjectives(objectives: readonly Objective[]): Objective[] {
  return objectives.filter((objective) => invalidObjective(objective).length === 0);
}
