import { parseArgs, ParseArgsConfig } from 'node:util';

const DEFAULT_OUTPUT = 'dist';

/** Options of `cdk8s synth`; those of the output are this command's own. */
const OPTIONS = {
  output: { type: 'string', short: 'o' },
  stdout: { type: 'boolean', short: 'p' },
  help: { type: 'boolean' },
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

export const USAGE = `Usage: cdk8s-microservice-synth [options]

Runs \`cdk8s synth\` and brings the output folder up to date where the program has no error.

  -o, --output FOLDER     the output folder (default: CDK8S_OUTPUT, the output of cdk8s.yaml, ${DEFAULT_OUTPUT})
  -p, --stdout            print the manifests, and leave the output folder as it is
      --help              print this

Further options are those of \`cdk8s synth\`:
${Object.entries(OPTIONS)
  .filter(([name]) => !['output', 'stdout', 'help'].includes(name))
  .map(([name, { type }]) => `  --${name}${type === 'string' ? ' VALUE' : ''}`)
  .join('\n')}
`;

/** A line for the user about arguments that cannot be taken. */
export class UsageError extends Error {}

/** Place of the output, and the arguments that go to the CLI unchanged. */
export interface SynthArguments {
  readonly output: string;
  /** True where manifests are printed and no folder is written. */
  readonly stdout: boolean;
  readonly help: boolean;
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
  configuration: string,
): SynthArguments {
  const { output, stdout, help, ...others } = parse(args);
  if (output === '') throw new UsageError('--output is empty: name a folder');
  if (output !== undefined && stdout === true)
    throw new UsageError('--output and --stdout exclude each other: leave one of them out');
  const fromEnvironment = environment.CDK8S_OUTPUT === '' ? undefined : environment.CDK8S_OUTPUT;
  return {
    output: output ?? fromEnvironment ?? configuredOutput(configuration) ?? DEFAULT_OUTPUT,
    stdout: stdout ?? (output === undefined && environment.CDK8S_STDOUT === 'true'),
    help: help ?? false,
    others: Object.entries(others).flatMap(([name, value]) =>
      typeof value === 'string' ? [`--${name}`, value] : [`--${name}`],
    ),
  };
}

function parse(args: readonly string[]) {
  // The CLI takes `-o=folder` too.
  const separate = args.flatMap((arg) => /^(-[a-z])=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  try {
    return parseArgs({ args: separate, options: OPTIONS }).values;
  } catch (error) {
    // Node.js adds advice about positional arguments, of which there are none here.
    const [line] = (error as Error).message.split('\n');
    throw new UsageError(line!.replace(/\. [A-Z].*$/, ''));
  }
}

/** The top-level `output` of cdk8s.yaml, plain or quoted. */
function configuredOutput(configuration: string): string | undefined {
  const match = /^output:[ \t]+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#][^\n#]*))/m.exec(configuration);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3])?.trim();
}
