import { Objective, errorBudget, rounded } from '../../values';

/** Urgency of an alert. */
export enum Urgency {
  /** Somebody has to act now. */
  PAGE = 'page',
  /** Somebody has to act within days. */
  TICKET = 'ticket',
}

/** An alert on the speed at which an error budget is spent: over a long time, and still over a short one. */
export interface BurnRateAlert {
  readonly urgency: Urgency;
  /** Share of the budget that is spent when it fires. */
  readonly budgetSpent: number;
  readonly longHours: number;
  readonly shortMinutes: number;
  /** Speed at which the budget is spent, as a multiple of the sustainable one. */
  readonly factor: number;
  /** Share of bad requests above which it fires. */
  readonly threshold: number;
}

/** Shares of the budget and times of the SRE workbook: https://sre.google/workbook/alerting-on-slos/ */
const STEPS = [
  { urgency: Urgency.PAGE, budgetSpent: 0.02, longHours: 1, shortMinutes: 5 },
  { urgency: Urgency.PAGE, budgetSpent: 0.05, longHours: 6, shortMinutes: 30 },
  { urgency: Urgency.TICKET, budgetSpent: 0.1, longHours: 24, shortMinutes: 120 },
  { urgency: Urgency.TICKET, budgetSpent: 0.1, longHours: 72, shortMinutes: 360 },
] as const;

/**
 * The alerts of an objective: factor = share of the budget x window / long time, at least 1, since slower spending
 * meets the objective.
 */
export function burnRateAlerts(objective: Pick<Objective, 'percent' | 'windowDays'>): BurnRateAlert[] {
  return STEPS.map((step) => {
    const factor = rounded(Math.max(1, (step.budgetSpent * objective.windowDays * 24) / step.longHours));
    return { ...step, factor, threshold: rounded(factor * errorBudget(objective)) };
  });
}

/**
 * Fewest days of a window: in a shorter one, 5 % of the budget within 6 hours is no faster than the whole within the
 * window.
 */
export const SHORTEST_WINDOW_DAYS = 5;
