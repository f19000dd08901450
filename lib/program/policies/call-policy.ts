import type { Call } from '../call';
import { LONGEST_REQUEST_SECONDS, millisOf } from '../../values';

/** How a call is carried out, in milliseconds. */
export interface CallPolicy {
  /** Longest time that the caller waits, all attempts together; none for a stream, which lasts as long as it lasts. */
  readonly timeout?: number;
  /** How many times a failed request is sent again. */
  readonly retries: number;
  /** Longest time of one attempt, where there are several. */
  readonly perTryTimeout?: number;
}

/** Envoy's longest pauses before the first retries, 25 ms times 1, 3 and 7, and before each further one. */
const PAUSES_MILLIS = [25, 75, 175];
const LONGEST_PAUSE_MILLIS = 250;

/** The policy of a call: what is stated, and what follows from it. */
export function policyOf({ callee, options }: Call): CallPolicy {
  if (options.streaming === true) return { retries: 0 };
  const timeout =
    options.timeout === undefined ? longestRequestMillis(callee.workload?.longestRequest) : millisOf(options.timeout);
  const retries = options.idempotent === true ? (options.retries?.attempts ?? 0) : 0;
  if (retries === 0) return { timeout, retries };
  const perTryTimeout = options.retries?.perTryTimeout;
  const stated = perTryTimeout && millisOf(perTryTimeout);
  return { timeout, retries, perTryTimeout: stated ?? Math.floor((timeout - pausesMillis(retries)) / (retries + 1)) };
}

/** The policy of whatever no call is stated for. */
export function defaultPolicy(longestRequest: number | undefined): CallPolicy {
  return { timeout: longestRequestMillis(longestRequest), retries: 0 };
}

/** The longest pauses that Envoy may make between attempts, together. */
export function pausesMillis(retries: number): number {
  return (
    PAUSES_MILLIS.slice(0, retries).reduce((sum, pause) => sum + pause, 0) +
    Math.max(0, retries - PAUSES_MILLIS.length) * LONGEST_PAUSE_MILLIS
  );
}

function longestRequestMillis(seconds: number | undefined): number {
  return (seconds ?? LONGEST_REQUEST_SECONDS) * 1000;
}
