import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp } from 'cdk8s';
import { App } from '../../lib';
import { declareObjects, declareServices } from './program';

// Measures one program in a process of its own, since a heap that has grown slows whatever comes after; prints JSON.

/** Medians, in milliseconds. */
export interface Measurement {
  readonly declare: number;
  readonly synth: number;
  /** What of a validation and of a synth is spent in cdk8s's `ApiObject.toJson`, and what a validation takes. */
  readonly render: number;
  readonly validate: number;
}

const APPS = { ours: (outdir: string) => new App({ outdir }), cdk8s: (outdir: string) => new Cdk8sApp({ outdir }) };
const PROGRAMS = { services: declareServices, objects: declareObjects };

/** What can be measured. */
export type AppName = keyof typeof APPS;
export type ProgramName = keyof typeof PROGRAMS;

// In memory where that can be had: what a disk takes for a new file differs tenfold from folder to folder, and is
// nobody's doing.
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const WARM_UP = { ours: 300, cdk8s: 50 };

function run(app: AppName, program: ProgramName, services: number): Measurement {
  const outdir = mkdtempSync(join(FOLDER, 'bench-'));
  try {
    const start = performance.now();
    const made = APPS[app](outdir);
    PROGRAMS[program](made, services);
    const declared = performance.now();
    made.synth();
    const synthesized = performance.now();
    const rendering = renderTime(() => (made instanceof App ? made.validate() : undefined));
    return {
      declare: declared - start,
      synth: synthesized - declared,
      render: rendering.render,
      validate: rendering.total,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function renderTime(work: () => unknown): { render: number; total: number } {
  const original = ApiObject.prototype.toJson;
  let render = 0;
  ApiObject.prototype.toJson = function (this: ApiObject): unknown {
    const start = performance.now();
    const json: unknown = original.call(this);
    render += performance.now() - start;
    return json;
  };
  try {
    const start = performance.now();
    work();
    return { render, total: performance.now() - start };
  } finally {
    ApiObject.prototype.toJson = original;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

if (require.main === module) {
  const [app, program, services, times] = process.argv.slice(2) as [AppName, ProgramName, string, string];
  run(app, program, WARM_UP[app]);
  const runs = Array.from({ length: Number(times) }, () => run(app, program, Number(services)));
  const of = (field: keyof Measurement) => median(runs.map((each) => each[field]));
  console.log(
    JSON.stringify({
      declare: of('declare'),
      synth: of('synth'),
      render: of('render'),
      validate: of('validate'),
    } satisfies Measurement),
  );
}
