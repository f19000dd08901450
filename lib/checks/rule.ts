import type { Problem } from '../errors';

export { isWhole, MAX_INT32 } from '../values';

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

/** Names of Secrets, ConfigMaps and most other objects: up to 253 characters, with dots between or without. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(name);
}
