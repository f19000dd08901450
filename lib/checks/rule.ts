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

/** Greatest number of the fields that the API keeps in 32 bits. */
export const MAX_INT32 = 2 ** 31 - 1;

/** Whether a number is whole and within bounds. */
export function isWhole(value: number, min: number, max: number = MAX_INT32): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** Names of Secrets, ConfigMaps and most other objects: up to 253 characters, with dots between or without. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(name);
}
