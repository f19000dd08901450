import { Answer, Behaviour } from './protocol';

const FAILURE: Answer = { status: 503, grpcStatus: 14 };

/** The answers that a behaviour gives, one a call. */
export function answersOf({
  sequence = [],
  otherwise = {},
  failureRate = 0,
  failure = FAILURE,
  seed = 1,
}: Behaviour): () => Answer {
  const random = randomNumbers(seed);
  let requests = 0;
  return () => sequence[requests++] ?? (random() < failureRate ? failure : otherwise);
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
