import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Plan } from './update';

/** Counts of the synth of an app. */
export interface Synthesized {
  readonly services: number;
  readonly objects: number;
  /** Acknowledged findings left out. */
  readonly findings: number;
}

/** Files of an output after a run. */
export interface WrittenFiles {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** Said to the program by the command, which prints the summary of all its apps: the file for a line of each. */
export const SUMMARY_VARIABLE = 'CDK8S_MICROSERVICE_SUMMARY';

/** The closing line of a run. `files` is undefined where nothing was written. */
export function closingLine(
  synthesized: Synthesized | undefined,
  files: WrittenFiles | undefined,
  milliseconds: number,
): string {
  const parts = [
    ...(synthesized === undefined
      ? []
      : [count(synthesized.services, 'service'), count(synthesized.objects, 'object')]),
    files === undefined ? 'nothing written' : filesText(files),
    ...(synthesized === undefined ? [] : [count(synthesized.findings, 'finding')]),
  ];
  return `${parts.join(', ')}, ${(milliseconds / 1000).toFixed(1)} s`;
}

/** Files of an output after several changes of it. */
export function filesOf(plans: readonly Plan[]): WrittenFiles {
  const sum = (of: (plan: Plan) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  return {
    written: sum((plan) => plan.written.length),
    removed: sum((plan) => plan.removed.length),
    unchanged: sum((plan) => plan.unchanged),
  };
}

/** Notes for the command what the synth of an app came to. */
export function noteSynthesized(file: string, synthesized: Synthesized): void {
  appendFileSync(file, `${JSON.stringify(synthesized)}\n`);
}

/** All apps of a program together; undefined for a program without an app of ours. */
export function readSynthesized(file: string): Synthesized | undefined {
  if (!existsSync(file)) return undefined;
  const apps = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Synthesized);
  const sum = (of: (app: Synthesized) => number) => apps.reduce((total, app) => total + of(app), 0);
  return {
    services: sum((app) => app.services),
    objects: sum((app) => app.objects),
    findings: sum((app) => app.findings),
  };
}

function filesText({ written, removed, unchanged }: WrittenFiles): string {
  const changes = [`${written} changed`, ...(removed > 0 ? [`${removed} removed`] : [])];
  return `${count(written + unchanged, 'file')} (${changes.join(', ')})`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
