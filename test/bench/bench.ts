import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { AppName, Measurement, ProgramName } from './measure';

// Shows the shape of the cost, as ratios of medians on one machine: to be read, not asserted.

const TIMES = 5;
const SIZES = [10, 100, 1_000, 3_000, 10_000];
/** Stacks, runs of cdk8s's App, and how many times faster ours is to be. */
const COMPARISONS = [
  [1_000, TIMES, 5],
  [3_000, 1, 30],
] as const;

function measure(app: AppName, program: ProgramName, services: number, times: number): Measurement {
  const args = ['-r', 'ts-node/register', join(__dirname, 'measure.ts'), app, program, String(services), String(times)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measurement;
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${title}`);
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}

const results = new Map(SIZES.map((services) => [services, measure('ours', 'services', services, TIMES)]));
const each = (services: number) => (results.get(services)!.declare + results.get(services)!.synth) / services;
table(`microservices, each in a stack of its own: median of ${TIMES} (ms)`, [
  ['services', 'declare', 'synth', 'each'],
  ...SIZES.map((services) => [
    String(services),
    milliseconds(results.get(services)!.declare),
    milliseconds(results.get(services)!.synth),
    each(services).toFixed(3),
  ]),
]);
console.log(`time per service at 10,000 over that at 1,000: ${(each(10_000) / each(1_000)).toFixed(2)} (at most 1.5)`);

const { declare, synth, render, validate } = results.get(1_000)!;
table('where the time goes, 1,000 microservices (ms)', [
  ['declare', "render (cdk8s's toJson)", 'validate, order, emit', 'write'],
  [declare, render, validate - render, Math.max(0, synth - validate)].map(milliseconds),
]);

for (const [services, times, atLeast] of COMPARISONS) {
  const ours = measure('ours', 'objects', services, TIMES).synth;
  const cdk8s = measure('cdk8s', 'objects', services, times).synth;
  console.log(
    `\nsynth of the same objects in ${services} charts: ours ${milliseconds(ours)} ms, cdk8s's App ` +
      `${milliseconds(cdk8s)} ms (median of ${times}): ${(cdk8s / ours).toFixed(1)} times (at least ${atLeast})`,
  );
}
