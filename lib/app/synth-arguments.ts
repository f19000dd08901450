const DEFAULT_OUTPUT = 'dist';

/** Output folder, and the arguments that go to the CLI unchanged. */
export interface SynthArguments {
  readonly output: string;
  readonly others: readonly string[];
}

/**
 * Takes the output folder out of the arguments.
 *
 * Its default is the folder in cdk8s.yaml, then `dist`, as in the CLI.
 */
export function outputArgument(args: readonly string[], configuration: string): SynthArguments {
  let output: string | undefined;
  const others: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    const assigned = /^(?:--output|-o)=(.+)$/.exec(arg);
    if (assigned !== null) {
      output = assigned[1];
    } else if ((arg === '--output' || arg === '-o') && at + 1 < args.length) {
      at += 1;
      output = args[at];
    } else {
      others.push(arg);
    }
  }
  return { output: output ?? configuredOutput(configuration) ?? DEFAULT_OUTPUT, others };
}

/** The top-level `output` of cdk8s.yaml, plain or quoted. */
function configuredOutput(configuration: string): string | undefined {
  const match = /^output:[ \t]+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#][^\n#]*))/m.exec(configuration);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3])?.trim();
}
