import { join } from 'node:path';
import { createRequire } from 'node:module';
import { readFileOf, stateOf } from './disk';
import { UsageError } from './usage-error';

const FILE = 'cdk8s.yaml';

/** Parses a YAML document. */
export type ParseYaml = (text: string) => unknown;

/** Part of cdk8s.yaml that this command reads. */
export interface Configuration {
  /** The output folder. */
  readonly output?: string;
  /** The command of the program. */
  readonly app?: string;
}

/**
 * Reads cdk8s.yaml of a project, by the YAML library by which the CLI reads that file.
 *
 * @throws UsageError where the file cannot be taken
 */
export function readConfiguration(project: string, cli: string): Configuration {
  const file = join(project, FILE);
  if (stateOf(file) === undefined) return {};
  const { parse } = createRequire(cli)('yaml') as { parse: ParseYaml };
  let text: string;
  try {
    text = readFileOf(file).toString();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  return configurationIn(text, parse);
}

/**
 * The `output` and the `app` of a configuration, as far as it has them.
 *
 * @throws UsageError where the text is no YAML, or one of the two no text
 */
export function configurationIn(text: string, parse: ParseYaml): Configuration {
  const { output, app } = topOf(text, parse);
  return { ...stated('output', output, 'the path of a folder'), ...stated('app', app, 'the command of the program') };
}

function stated(name: string, value: unknown, meaning: string): Configuration {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string')
    throw new UsageError(`${name} of ${FILE} is ${JSON.stringify(value)}: write ${meaning}`);
  if (value.trim() === '') throw new UsageError(`${name} of ${FILE} is empty: write ${meaning}, or leave it out`);
  return { [name]: value };
}

function topOf(text: string, parse: ParseYaml): { readonly output?: unknown; readonly app?: unknown } {
  let top: unknown;
  try {
    top = parse(text);
  } catch (error) {
    // The lines below show the place again.
    throw new UsageError(`${FILE} is not valid YAML: ${(error as Error).message.split('\n')[0]!.replace(/:$/, '')}`);
  }
  return typeof top === 'object' && top !== null ? top : {};
}
