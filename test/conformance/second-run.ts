/** Most suites that get a second run: more failures than these have one cause, and it is not the neighbours. */
const MOST = 3;

/** Suites that failed, and suites that failed beside others and passed alone. */
export interface Outcome<Suite> {
  readonly failed: readonly Suite[];
  readonly passedAlone: readonly Suite[];
}

/**
 * Runs suites side by side, and once more alone those that failed beside others: controllers are slow on busy cores.
 *
 * @param run runs suites side by side and returns those that failed
 */
export async function withSecondRuns<Suite>(
  suites: readonly Suite[],
  run: (suites: readonly Suite[]) => Promise<readonly Suite[]>,
): Promise<Outcome<Suite>> {
  const failed = await run(suites);
  if (suites.length === 1 || failed.length > MOST) return { failed, passedAlone: [] };
  const failedAlone: Suite[] = [];
  for (const suite of failed) failedAlone.push(...(await run([suite])));
  return { failed: failedAlone, passedAlone: failed.filter((suite) => !failedAlone.includes(suite)) };
}
