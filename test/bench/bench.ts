import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp } from 'cdk8s';
import { App } from '../../lib';
import { declareObjects, declareServices } from './program';

// Shows the shape of the cost, as ratios of medians on one machine: to be read, not asserted.

/** Milliseconds. */
interface Run {
  readonly declare: number;
  readonly synth: number;
}

type MakeApp = (outdir: string) => Cdk8sApp;
type Declare = (app: Cdk8sApp, services: number) => void;

const ours: MakeApp = (outdir) => new App({ outdir });
const cdk8s: MakeApp = (outdir) => new Cdk8sApp({ outdir });

// In memory where that can be had: what a disk takes for a new file differs tenfold from folder to folder, and is nobody's doing.
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const TIMES = 5;
const SIZES = [10, 100, 1_000, 3_000, 10_000];
/** Stacks, runs of cdk8s's App, and how many times faster ours is to be. */
const COMPARISONS = [[1_000, 3, 5], [3_000, 1, 30]] as const;

function inFolder<T>(work: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(FOLDER, 'bench-'));
  try {
    return work(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function run(make: MakeApp, declare: Declare, services: number): Run {
  return inFolder((outdir) => {
    const start = performance.now();
    const app = make(outdir);
    declare(app, services);
    const declared = performance.now();
    app.synth();
    return { declare: declared - start, synth: performance.now() - declared };
  });
}

function measure(make: MakeApp, declare: Declare, services: number, times: number): Run {
  const runs = Array.from({ length: times }, () => run(make, declare, services));
  return { declare: median(runs.map((each) => each.declare)), synth: median(runs.map((each) => each.synth)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Where the time of one program goes: rendering is what cdk8s's `ApiObject.toJson` takes for all objects. */
function breakdown(services: number): readonly string[] {
  const original = ApiObject.prototype.toJson;
  let rendering = 0;
  ApiObject.prototype.toJson = function (this: ApiObject): unknown {
    const start = performance.now();
    const json: unknown = original.call(this);
    rendering += performance.now() - start;
    return json;
  };
  try {
    return inFolder((outdir) => {
      const start = performance.now();
      const app = new App({ outdir });
      declareServices(app, services);
      const declared = performance.now();
      app.validate();
      const unwritten = performance.now() - declared;
      const renderedOnce = rendering;
      app.synth();
      const written = performance.now() - declared - unwritten;
      return [declared - start, renderedOnce, unwritten - renderedOnce, Math.max(0, written - unwritten)].map(milliseconds);
    });
  } finally {
    ApiObject.prototype.toJson = original;
  }
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${title}`);
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}

// Warmed: the first runs compile.
run(ours, declareServices, 500);
run(cdk8s, declareObjects, 50);

const results = new Map(SIZES.map((services) => [services, measure(ours, declareServices, services, TIMES)]));
const each = (services: number) => (results.get(services)!.declare + results.get(services)!.synth) / services;
table(`microservices, each in a stack of its own: median of ${TIMES} (ms)`, [
  ['services', 'declare', 'synth', 'each'],
  ...SIZES.map((services) => [String(services), milliseconds(results.get(services)!.declare), milliseconds(results.get(services)!.synth), each(services).toFixed(3)]),
]);
console.log(`time per service at 10,000 over that at 1,000: ${(each(10_000) / each(1_000)).toFixed(2)} (at most 1.5)`);

table('where the time goes, 1,000 microservices (ms)', [['declare', 'render', 'validate, order, emit', 'write'], breakdown(1_000)]);

for (const [services, times, atLeast] of COMPARISONS) {
  const mine = measure(ours, declareObjects, services, TIMES).synth;
  const theirs = measure(cdk8s, declareObjects, services, times).synth;
  console.log(`\nsynth of the same objects in ${services} charts: ours ${milliseconds(mine)} ms, cdk8s's App ${milliseconds(theirs)} ms (median of ${times}): ${(theirs / mine).toFixed(1)} times (at least ${atLeast})`);
}
