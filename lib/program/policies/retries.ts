import { isWhole, millisOf } from '../../values';
import type { CallPolicy } from './policy';
import { TIMEOUT } from './timeout';

/** Retries of a call. */
export interface RetryPolicy {
  /** Number of times that a failed request is sent again, 1 or more. */
  readonly attempts: number;
  /** Longest time of one attempt in milliseconds. */
  readonly perTryTimeout: number;
}

/** Envoy's longest pauses before the first retries, 25 ms times 1, 3 and 7, and before each further one. */
const PAUSES_MILLIS = [25, 75, 175];
const LONGEST_PAUSE_MILLIS = 250;

/** Retries of failed requests; undefined where a request is sent once. */
export const RETRIES: CallPolicy<RetryPolicy | undefined> = {
  feature: 'retries',
  isStated: ({ retries }) => (retries?.attempts ?? 0) > 0,
  resolve: (call) => {
    const { retries, idempotent, streaming } = call.options;
    const attempts = idempotent === true && streaming !== true ? (retries?.attempts ?? 0) : 0;
    if (attempts === 0) return undefined;
    const stated = retries?.perTryTimeout && millisOf(retries.perTryTimeout);
    const timeout = TIMEOUT.resolve(call)!;
    return { attempts, perTryTimeout: stated ?? Math.floor((timeout - pausesMillis(attempts)) / (attempts + 1)) };
  },
  unstated: () => undefined,
  same: (retries) => [retries?.attempts ?? 0, retries?.perTryTimeout ?? 0],
  merge: (all) => {
    const retries = all.filter((each) => each !== undefined);
    if (retries.length < all.length) return undefined;
    return {
      attempts: Math.min(...retries.map(({ attempts }) => attempts)),
      perTryTimeout: Math.max(...retries.map(({ perTryTimeout }) => perTryTimeout)),
    };
  },
  describe: (retries) => `${retries?.attempts ?? 0} retries`,
  problems: ({ callee, options: { retries } }) =>
    retries === undefined || isWhole(retries.attempts, 0)
      ? []
      : [
          {
            code: 'MS2009',
            message: `the call to ${callee.name} has an invalid number of retries`,
            given: `Retries.upTo was given ${retries.attempts}`,
            allowed: 'whole numbers from 1, or Retries.none()',
            fix: 'state how often a failed request is sent again',
          },
        ],
};

/** The longest pauses in milliseconds that Envoy may make between attempts, together. */
export function pausesMillis(retries: number): number {
  return (
    PAUSES_MILLIS.slice(0, retries).reduce((sum, pause) => sum + pause, 0) +
    Math.max(0, retries - PAUSES_MILLIS.length) * LONGEST_PAUSE_MILLIS
  );
}
