import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { programPath } from '../conformance/judges';
import { chartValues, SAMPLE, writeChart } from './chart';
import type { Command } from './processes';
import type { ProgramName } from './program';
import type { Workplace } from './workplace';

/** Program that makes manifests of a number of services. */
export interface Contestant {
  readonly name: string;
  /** Command that writes the manifests to a folder. */
  readonly command: (services: number, output: string) => Command;
}

/** Our App with a program, and the library of the working tree or of another commit. */
export function ours({ main, library }: Workplace, program: ProgramName, from = library): Contestant {
  return { name: 'ours', command: (services, output) => node(main, [from, 'ours', program, output, services]) };
}

/** cdk8s's own App with a program. */
export function cdk8sApp({ main, library }: Workplace, program: ProgramName): Contestant {
  return {
    name: "cdk8s's App",
    command: (services, output) => node(main, [library, 'cdk8s', program, output, services]),
  };
}

/**
 * Helm with a chart of the same objects.
 *
 * @throws Error when its objects differ from ours
 */
export function helm(workplace: Workplace): Contestant {
  const chart = join(workplace.folder, 'chart');
  writeChart(manifestOf(workplace, SAMPLE), chart);
  const command = (services: number, output: string): Command => {
    const values = join(workplace.folder, `values-${services}.yaml`);
    if (!fs.existsSync(values)) fs.writeFileSync(values, chartValues(services));
    return {
      program: programPath('helm'),
      args: ['template', 'bench', chart, '--values', values, '--output-dir', output],
    };
  };
  const output = join(workplace.folder, 'compared');
  const { program, args } = command(2, output);
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const rendered = fs.readFileSync(join(output, 'bench', 'templates', 'services.yaml'), 'utf8');
  if (!isDeepStrictEqual(objectsIn(rendered), objectsIn(`${manifestOf(workplace, 1)}---\n${manifestOf(workplace, 2)}`)))
    throw new Error('the chart does not emit the objects of our program');
  return { name: 'Helm', command };
}

/** Manifest of one service that has one before and one after. */
function manifestOf(workplace: Workplace, index: number): string {
  const output = join(workplace.folder, `sample-${index}`);
  const { program, args } = node(workplace.main, [workplace.library, 'ours', 'services', output, 3, index - 1]);
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return fs.readFileSync(join(output, `stack-${index}.k8s.yaml`), 'utf8');
}

/** Objects by kind and name: Helm has an order of its own. */
function objectsIn(text: string): Map<string, unknown> {
  const objects = parseAllDocuments(text)
    .map((document) => document.toJS() as { kind: string; metadata: { name: string } } | null)
    .filter((object) => object !== null);
  return new Map(objects.map((object): [string, unknown] => [`${object.kind} ${object.metadata.name}`, object]));
}

function node(script: string, args: readonly (string | number)[]): Command {
  return { program: process.execPath, args: [script, ...args.map(String)] };
}
