import { isWhole, LONGEST_REQUEST_SECONDS, millisOf } from '../../values';
import type { CallPolicy } from './policy';

/** Longest time in milliseconds that the caller waits, all attempts together; undefined for a stream. */
export const TIMEOUT: CallPolicy<number | undefined> = {
  feature: 'timeouts',
  isStated: ({ timeout }) => timeout !== undefined,
  resolve: ({ callee, options }) => {
    if (options.streaming === true) return undefined;
    return options.timeout === undefined ? millis(callee.workload?.longestRequest) : millisOf(options.timeout);
  },
  unstated: millis,
  same: (timeout) => [timeout ?? 0],
  merge: (timeouts) =>
    timeouts.some((timeout) => timeout === undefined) ? undefined : Math.max(...(timeouts as number[])),
  describe: (timeout) => (timeout === undefined ? 'no timeout' : `${timeout} ms`),
  problems: ({ callee, options: { timeout } }) => {
    const given = timeout && millisOf(timeout);
    if (given === undefined || isWhole(given, 1)) return [];
    return [
      {
        code: 'MS2007',
        message: `the call to ${callee.name} has an invalid timeout`,
        given: `timeout was ${given} ms`,
        allowed: 'whole milliseconds from 1 ms',
        fix: 'state how long the caller can wait',
      },
    ];
  },
};

function millis(seconds: number | undefined): number {
  return (seconds ?? LONGEST_REQUEST_SECONDS) * 1000;
}
