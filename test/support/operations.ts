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

const SEARCHES = ['indexOf', 'lastIndexOf', 'includes', 'join', 'slice', 'concat'] as const;

/** Length of all lists that are searched or copied while a call runs. */
function countingSearches(call: () => unknown): number {
  let searched = 0;
  const prototype = Array.prototype as unknown as Record<string, (this: unknown[], ...args: unknown[]) => unknown>;
  const originals = SEARCHES.map((name) => [name, prototype[name]!] as const);
  for (const [name, original] of originals)
    prototype[name] = function (...args) {
      searched += this.length;
      return original.apply(this, args);
    };
  try {
    call();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return searched;
}
