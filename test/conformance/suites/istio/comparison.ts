import type { Problem } from '../../suite';

/** Expected and observed value: equal values, or a number between two bounds. */
export type Comparison = readonly [what: string, was: unknown, expected: unknown];

/** The comparisons that do not hold, as one problem with an object. */
export function compared(object: string, doing: string, comparisons: readonly Comparison[]): Problem[] {
  const wrong = comparisons
    .filter(([, was, expected]) => !holds(was, expected))
    .map(([what, was, expected]) => `${what} ${text(was)} instead of ${text(expected)}`);
  return wrong.length === 0 ? [] : [{ object, message: `${doing}: ${wrong.join(', ')}` }];
}

/** A number that may lie anywhere from the one to the other. */
export class Between {
  constructor(
    readonly least: number,
    readonly most: number,
  ) {}
}

function holds(was: unknown, expected: unknown): boolean {
  if (expected instanceof Between) return typeof was === 'number' && was >= expected.least && was <= expected.most;
  return was === expected;
}

function text(value: unknown): string {
  if (value instanceof Between) return `${text(value.least)} to ${text(value.most)}`;
  if (value === undefined) return 'none';
  return typeof value === 'number' ? `${Math.round(value * 1000) / 1000}` : JSON.stringify(value);
}
