import { parseArgs } from 'node:util';
import { ConformanceError } from './errors';

/** Options of the command line. */
export interface Arguments {
  /** The suites' names; all where none is named. */
  readonly suites: readonly string[];
  /** The folder to judge; undefined for the applications of this repository. */
  readonly manifests?: string;
  readonly seed: number;
  readonly runs: number;
  /** The folder of the JUnit files; undefined for the usual one. */
  readonly results?: string;
  readonly help: boolean;
}

/** Usage of the command. */
export const USAGE = `npm run conformance [-- [options] [suite…]]

  --manifests FOLDER  judge the manifests in a folder and those below it, instead of the applications of apps/
  --runs N            how many random systems (100)
  --seed N            where random systems begin (another one each time, printed)
  --results FOLDER    where the JUnit files and, after a failure, the judges' logs go (build/conformance)
  --help              this text
`;

/**
 * Reads the command line.
 *
 * @throws ConformanceError for an unknown option or suite, and for a number that is none
 */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new ConformanceError(`there is no suite ${unknown.join(', ')}`, `the suites are ${known.join(', ')}`);
  return {
    suites: positionals.length === 0 ? known : known.filter((name) => positionals.includes(name)),
    manifests: values.manifests,
    seed: number('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 31),
    runs: number('runs', values.runs) ?? 100,
    results: values.results,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        manifests: { type: 'string' },
        seed: { type: 'string' },
        runs: { type: 'string' },
        results: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ConformanceError((error as Error).message, USAGE);
  }
}

function number(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(value))
    throw new ConformanceError(`--${option} was ${value}: a whole number above 0 is needed`);
  return Number(value);
}
