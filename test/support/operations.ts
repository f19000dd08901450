import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Optimized code does not count its calls.
for (const tier of ['opt', 'maglev', 'sparkplug']) setFlagsFromString(`--no-${tier}`);

interface Coverage {
  readonly result: {
    readonly url: string;
    readonly functions: {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

/**
 * Operations of each function of the library, as the coverage of V8 counts them: its calls, or the rounds of its
 * longest loop; and of each method that searches or copies lists, the elements that it may look at. No clock decides.
 */
export function operationsOf(call: () => unknown): Readonly<Record<string, number>> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters: object = {}): unknown => {
    let answer: unknown;
    session.post(method, parameters, (error, result) => {
      if (error !== null) throw new Error(JSON.stringify(error));
      answer = result;
    });
    return answer;
  };
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    const searched = countingSearches(call);
    const { result } = post('Profiler.takePreciseCoverage') as Coverage;
    const counted = result
      .filter(({ url }) => url.includes('/lib/') && !url.includes('node_modules'))
      .flatMap(({ url, functions }) =>
        functions.map(({ functionName, ranges }): [string, number] => [
          `${url.slice(url.lastIndexOf('/lib/') + 1)} ${functionName}@${ranges[0]!.startOffset}`,
          Math.max(...ranges.map(({ count }) => count)),
        ]),
      );
    return { ...searched, ...Object.fromEntries(counted) };
  } finally {
    post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

type ListMethod = (this: unknown[], ...args: unknown[]) => unknown;

/** Methods of lists, and the number of elements that a call looks at or copies. */
const SEARCHES: Readonly<Record<string, (list: unknown[], result: unknown) => number>> = {
  indexOf: (list, result) => (result === -1 ? list.length : (result as number) + 1),
  lastIndexOf: (list, result) => (result === -1 ? list.length : list.length - (result as number)),
  includes: (list) => list.length,
  join: (list) => list.length,
  slice: (_, result) => (result as unknown[]).length,
  concat: (_, result) => (result as unknown[]).length,
};

/** Number of elements that each search and copy of lists looks at while a call runs. */
function countingSearches(call: () => unknown): Readonly<Record<string, number>> {
  const searched: Record<string, number> = {};
  const prototype = Array.prototype as unknown as Record<string, ListMethod>;
  const originals = Object.keys(SEARCHES).map((name) => [name, prototype[name]!] as const);
  for (const [name, original] of originals)
    prototype[name] = function (...args) {
      const result = original.apply(this, args);
      searched[name] = (searched[name] ?? 0) + SEARCHES[name]!(this, result);
      return result;
    };
  try {
    call();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return searched;
}
