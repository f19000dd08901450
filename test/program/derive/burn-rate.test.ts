import * as fc from 'fast-check';
import { burnRateAlerts, SHORTEST_WINDOW_DAYS, Urgency } from '../../../lib/program';
import { errorBudget } from '../../../lib/values';

const factors = (windowDays: number) => burnRateAlerts({ percent: 99.9, windowDays }).map(({ factor }) => factor);

test('those of the SRE workbook, for 30 days', () => {
  expect(burnRateAlerts({ percent: 99.9, windowDays: 30 })).toEqual([
    { urgency: Urgency.PAGE, budgetSpent: 0.02, longHours: 1, shortMinutes: 5, factor: 14.4, threshold: 0.0144 },
    { urgency: Urgency.PAGE, budgetSpent: 0.05, longHours: 6, shortMinutes: 30, factor: 6, threshold: 0.006 },
    { urgency: Urgency.TICKET, budgetSpent: 0.1, longHours: 24, shortMinutes: 120, factor: 3, threshold: 0.003 },
    { urgency: Urgency.TICKET, budgetSpent: 0.1, longHours: 72, shortMinutes: 360, factor: 1, threshold: 0.001 },
  ]);
});

test.each([
  [28, [13.44, 5.6, 2.8, 1]],
  [90, [43.2, 18, 9, 3]],
  [7, [3.36, 1.4, 1, 1]],
  [5, [2.4, 1, 1, 1]],
])('%d days: share of the budget x window / long time, and never below 1', (days, expected) => {
  expect(factors(days)).toEqual(expected);
});

test('in the shortest window, pages burn no slower than tickets', () => {
  expect(factors(SHORTEST_WINDOW_DAYS).every((factor) => factor >= 1)).toBe(true);
  // A shorter one would want a factor below 1 of the slower page, and be held to 1.
  expect((0.05 * SHORTEST_WINDOW_DAYS * 24) / 6).toBe(1);
});

test('a threshold is the factor times the budget, whatever the objective', () => {
  const objectives = fc.record({
    percent: fc.double({ min: 0.01, max: 99.9999, noNaN: true }),
    windowDays: fc.integer({ min: 5 * 24, max: 365 * 24 }).map((hours) => hours / 24),
  });
  fc.assert(
    fc.property(objectives, (objective) => {
      for (const { factor, threshold, budgetSpent, longHours, shortMinutes } of burnRateAlerts(objective)) {
        expect(threshold / (factor * errorBudget(objective))).toBeCloseTo(1, 9);
        expect(factor).toBeGreaterThanOrEqual(1);
        // At that speed, the share of the budget is gone after the long time, or more of it.
        expect(factor * longHours).toBeGreaterThanOrEqual(budgetSpent * objective.windowDays * 24 * (1 - 1e-9));
        expect(shortMinutes * 12).toBe(longHours * 60);
      }
    }),
  );
});

test('what fires sooner burns faster', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 365 }), (days) => {
      expect(factors(days)).toEqual([...factors(days)].sort((a, b) => b - a));
    }),
  );
});
