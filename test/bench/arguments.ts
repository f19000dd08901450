import { parseArgs } from 'node:util';

/** Options of the benchmark. */
export interface Arguments {
  /** True for all sizes and more rounds. */
  readonly full: boolean;
  /** True for counts of operations alone. */
  readonly shape: boolean;
  /** `helm`, `plain`, `cdk8s`, or a commit; without it, nothing is compared. */
  readonly against?: string;
  /** File of the results as JSON. */
  readonly json?: string;
  /** File of the curve as SVG. */
  readonly curve?: string;
  readonly help: boolean;
}

/** Usage of the command. */
export const USAGE = `npm run bench [-- options]

  --against helm      compare with Helm and a chart of the same objects
  --against plain     compare with constructs of cdk8s-plus-27 under cdk8s's App
  --against cdk8s     compare with the same objects in charts of cdk8s's App
  --against COMMIT    compare with another commit
  --full              all sizes and more rounds
  --shape             count operations instead of seconds; fails when their shape changes
  --json FILE         write the results as JSON
  --curve FILE        draw time per service as SVG
  --help              this text
`;

/**
 * Reads the command line.
 *
 * @throws Error for an unknown option
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      shape: { type: 'boolean', default: false },
      against: { type: 'string' },
      json: { type: 'string' },
      curve: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}
