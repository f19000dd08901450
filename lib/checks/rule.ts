import type { Problem } from '../errors';

/** One check: reads facts, tells what is wrong with them; it never throws. */
export type Rule<Facts> = (facts: Facts) => Problem[];

/** Everything that rules have to say about facts. */
export function evaluate<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Problem[] {
  return rules.flatMap((rule) => rule(facts));
}

/** Values that stand more than once, each once. */
export function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

/** Whether a number is whole and within bounds. */
export function isWhole(value: number, min: number, max: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
