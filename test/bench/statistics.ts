/** Least, middle and greatest of several numbers. */
export interface Spread {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** Summarizes numbers, of which there is at least one. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { minimum: sorted[0]!, median, maximum: sorted[sorted.length - 1]! };
}

/** Ratios of two contestants, round by round: what slows one round slows both. */
export function ratios(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(ours.map((each, round) => each / theirs[round]!));
}

/** Formats a spread as `median (minimum to maximum)`. */
export function formatSpread({ minimum, median, maximum }: Spread): string {
  return `${median.toFixed(2)} (${minimum.toFixed(2)} to ${maximum.toFixed(2)})`;
}
