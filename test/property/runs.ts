/** Time after which a property ends: many times what the longest takes on an idle machine. */
const LIMIT_MILLIS = 600_000;

interface Runs {
  readonly numRuns: number;
  readonly interruptAfterTimeLimit: number;
  readonly markInterruptAsFailure: true;
}

/** Parameters of a property. The limit ends shrinking; a property that it interrupts fails. */
export function runs(numRuns: number): Runs {
  return { numRuns, interruptAfterTimeLimit: LIMIT_MILLIS, markInterruptAsFailure: true };
}
