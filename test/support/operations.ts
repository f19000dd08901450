import { Session } from 'node:inspector';

interface Coverage {
  readonly result: {
    readonly url: string;
    readonly functions: { readonly ranges: { readonly count: number }[] }[];
  }[];
}

/**
 * Number of calls of functions of the library, as the coverage of V8 counts them, and of elements that searches in
 * lists may look at. No clock decides.
 */
export function operationsOf(call: () => unknown): number {
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
    const blocks = result
      .filter(({ url }) => url.includes('/lib/') && !url.includes('node_modules'))
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]!.count));
    return blocks.reduce((sum, count) => sum + count, searched);
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

/** Number of elements that searches and copies of lists look at while a call runs. */
function countingSearches(call: () => unknown): number {
  let searched = 0;
  const prototype = Array.prototype as unknown as Record<string, ListMethod>;
  const originals = Object.keys(SEARCHES).map((name) => [name, prototype[name]!] as const);
  for (const [name, original] of originals)
    prototype[name] = function (...args) {
      const result = original.apply(this, args);
      searched += SEARCHES[name]!(this, result);
      return result;
    };
  try {
    call();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return searched;
}
