import type { CallResult, RunningPod } from '../../mesh';
import { sleep } from '../../processes';
import type { Findings, Problem } from '../../suite';
import { arrived, ask, Caller, unanswered } from './requests';

/** Beyond four standard deviations, chance errs once in 15,000 times. */
const DEVIATIONS = 4;

type At = (message: string) => Problem;

/** Tells if the share of requests that a version answered matches the weight. */
export function judgeSplit(results: readonly CallResult[], version: string, weight: number, at: At): Findings {
  const found = results.filter(({ body }) => body === version).length;
  return {
    judged: results.length,
    problems: [
      ...unanswered(results).map(at),
      ...unlikely(found, results.length, weight).map((message) =>
        at(`${message} requests went to the new version: ${weight}% are stated`),
      ),
    ],
  };
}

/** Tells if the number of copies matches the statement, and no caller got an answer to a copy. */
export async function judgeCopies(
  caller: Caller,
  pod: RunningPod,
  fresh: readonly RunningPod[],
  { version, percent, count }: { readonly version: string; readonly percent: number; readonly count: number },
  at: At,
): Promise<Findings> {
  const sample = `copies-of-${caller}`;
  const results = await ask(pod, caller, count, { sample });
  // A copy may arrive after the answer.
  await sleep(1000);
  const copies = await arrived(fresh, sample);
  const answered = results.filter(({ body }) => body === version).length;
  return {
    judged: results.length,
    problems: [
      ...unanswered(results).map(at),
      ...unlikely(copies, results.length, percent).map((message) =>
        at(`${message} requests of ${caller} arrived as copies: ${percent}% are stated`),
      ),
      ...(answered === 0 ? [] : [at(`${answered} answers to copies reached ${caller}`)]),
    ],
  };
}

function unlikely(found: number, count: number, percent: number): string[] {
  const expected = (count * percent) / 100;
  return Math.abs(found - expected) <= DEVIATIONS * Math.sqrt(expected * (1 - percent / 100))
    ? []
    : [`${found} of ${count}`];
}
