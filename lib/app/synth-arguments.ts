import { parseArgs, ParseArgsConfig } from 'node:util';
import { DEFAULT_OUTPUT } from './output-folder';
import { UsageError } from './usage-error';

/** Options of `cdk8s synth`; those of the output are this command's own. */
const OPTIONS = {
  output: { type: 'string', short: 'o' },
  stdout: { type: 'boolean', short: 'p' },
  'dry-run': { type: 'boolean' },
  recover: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  app: { type: 'string', short: 'a' },
  format: { type: 'string' },
  'chart-api-version': { type: 'string' },
  'chart-version': { type: 'string' },
  validate: { type: 'boolean' },
  'no-validate': { type: 'boolean' },
  'validation-reports-output-file': { type: 'string' },
  'plugins-dir': { type: 'string' },
  'check-upgrade': { type: 'boolean' },
  'no-check-upgrade': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Options that are not passed on. */
const OWN: readonly string[] = ['output', 'stdout', 'dry-run', 'recover', 'help', 'version'];

/** The text of `--help`. */
export const USAGE = `Usage: cdk8s-microservice-synth [options]

Runs \`cdk8s synth\` and brings the output folder up to date where the program has no error.

  -o, --output FOLDER     the output folder (default: CDK8S_OUTPUT, the output of cdk8s.yaml, ${DEFAULT_OUTPUT})
  -p, --stdout            print the manifests, and leave the output folder as it is
      --dry-run           list the files that would be written and removed, and change nothing
      --recover           run no program: finish or undo what a killed run left in the output folder
  -h, --help              print this
      --version           print the version of this command

Ends with 0 where that is done, 1 where the program has an error, 2 where the arguments or cdk8s.yaml cannot be taken,
3 where the output cannot be written; the output is then as it was before. After a signal, 128 and its number.

Further options are those of \`cdk8s synth\`:
${Object.entries(OPTIONS)
  .filter(([name]) => !OWN.includes(name))
  .map(([name, { type }]) => `  --${name}${type === 'string' ? ' VALUE' : ''}`)
  .join('\n')}
`;

/** Place of the output, and the arguments that go to the CLI unchanged. */
export interface SynthArguments {
  readonly output: string;
  /** True where manifests are printed and no folder is written. */
  readonly stdout: boolean;
  /** True where changes are listed and none is made. */
  readonly dryRun: boolean;
  /** True where no program runs, and what a killed run left is finished or undone. */
  readonly recover: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly others: readonly string[];
}

/**
 * Takes the place of the output out of the arguments.
 *
 * As in the CLI, the folder is the stated one, else that of the environment, of cdk8s.yaml, or `dist`.
 *
 * @throws UsageError where the arguments cannot be taken
 */
export function synthArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  configuredOutput: () => string | undefined,
): SynthArguments {
  const { output, stdout, help = false, version = false, recover = false, ...rest } = parse(args);
  const { 'dry-run': dryRun = false, ...others } = rest;
  const modes = Object.entries({ stdout, 'dry-run': dryRun, recover }).flatMap(([name, is]) => (is ? [name] : []));
  refuseEmpty('--output', output);
  if (others.app?.trim() === '') throw new UsageError('--app is empty: write the command of the program');
  refuseEmpty('CDK8S_OUTPUT', environment.CDK8S_OUTPUT);
  if (output !== undefined && stdout === true)
    throw new UsageError('--output and --stdout exclude each other: leave one of them out');
  if (modes.length > 1)
    throw new UsageError(`--${modes.join(' and --')} exclude each other: leave all but one of them out`);
  const configured = help || version ? undefined : configuredOutput();
  const printed = output === undefined && !dryRun && !recover && environment.CDK8S_STDOUT === 'true';
  return {
    output: output ?? environment.CDK8S_OUTPUT ?? configured ?? DEFAULT_OUTPUT,
    stdout: stdout ?? printed,
    dryRun,
    recover,
    help,
    version,
    others: Object.entries(others).flatMap(([name, value]) =>
      typeof value === 'string' ? [`--${name}`, value] : [`--${name}`],
    ),
  };
}

/** An empty output would be the working directory: most often a variable of a script is unset. */
function refuseEmpty(name: string, folder: string | undefined): void {
  if (folder?.trim() === '') throw new UsageError(`${name} is empty: name a folder`);
}

function parse(args: readonly string[]) {
  // The CLI takes `-o=folder` too.
  const separate = args.flatMap((arg) => /^(-[a-z])=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  try {
    return parseArgs({ args: separate, options: OPTIONS }).values;
  } catch (error) {
    // Node.js adds advice about positional arguments, of which there are none here.
    const [line] = (error as Error).message.split('\n');
    throw new UsageError(line!.replace(/\.(?: [A-Z].*)?$/, ''));
  }
}
