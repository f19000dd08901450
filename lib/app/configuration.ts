import { join } from 'node:path';
import { createRequire } from 'node:module';
import { readFileOf, stateOf } from './disk';
import { UsageError } from './usage-error';

const FILE = 'cdk8s.yaml';

/** Parses a YAML document. */
export type ParseYaml = (text: string) => unknown;

/**
 * Reads the output folder in cdk8s.yaml of a project, by the YAML library by which the CLI reads that file.
 *
 * @throws UsageError where the file cannot be read
 */
export function readConfiguredOutput(project: string, cli: string): string | undefined {
  const file = join(project, FILE);
  if (stateOf(file) === undefined) return undefined;
  const { parse } = createRequire(cli)('yaml') as { parse: ParseYaml };
  let text: string;
  try {
    text = readFileOf(file).toString();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  return configuredOutput(text, parse);
}

/**
 * The `output` of a configuration; undefined where it has none.
 *
 * @throws UsageError where the text is no YAML, or its output no path
 */
export function configuredOutput(text: string, parse: ParseYaml): string | undefined {
  const output = topOf(text, parse).output;
  if (output === undefined || output === null) return undefined;
  if (typeof output !== 'string')
    throw new UsageError(`output of ${FILE} is ${JSON.stringify(output)}: write the path of a folder`);
  if (output.trim() === '') throw new UsageError(`output of ${FILE} is empty: name a folder, or leave it out`);
  return output;
}

function topOf(text: string, parse: ParseYaml): { readonly output?: unknown } {
  let top: unknown;
  try {
    top = parse(text);
  } catch (error) {
    // The lines below show the place again.
    throw new UsageError(`${FILE} is not valid YAML: ${(error as Error).message.split('\n')[0]!.replace(/:$/, '')}`);
  }
  return typeof top === 'object' && top !== null ? top : {};
}
