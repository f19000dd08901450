import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Arguments, readArguments, USAGE } from './arguments';
import { cdk8sApp, Contestant, helm, ours } from './contestants';
import { drawCurve } from './curve';
import { duel } from './duel';
import { Counts, shapeProblems, work } from './shape';
import { formatSpread, ratios, Spread, spreadOf } from './statistics';
import { openWorkplace, Workplace } from './workplace';

// Shows the shape of the cost, as ratios of interleaved runs on one machine.

const SIZES = { short: [100, 1_000, 3_000], full: [10, 100, 1_000, 3_000, 10_000] };
const ROUNDS = { short: 3, full: 7 };
/** cdk8s's own App takes minutes for more charts. */
const MOST_CHARTS = 1_000;
/** Fewer services are over before Helm has loaded its values. */
const FEWEST_OF_HELM = 1_000;
/** Services whose work is counted, and twice as many. */
const COUNTED = 200;

/** Results of one size. */
interface Result {
  readonly services: number;
  readonly seconds: Spread;
  readonly mebibytes: Spread;
  readonly declare: Spread;
  readonly synth: Spread;
  readonly against?: {
    readonly name: string;
    readonly seconds: Spread;
    readonly mebibytes: Spread;
    readonly ratio: Spread;
  };
}

async function main(args: Arguments): Promise<number> {
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const workplace = openWorkplace();
  try {
    return args.shape ? judgeShape(workplace) : await compare(workplace, args);
  } finally {
    workplace.remove();
  }
}

async function compare(workplace: Workplace, { full, against, json, curve }: Arguments): Promise<number> {
  const size = full ? 'full' : 'short';
  const [subject, peer, sizes] = contestants(workplace, against, SIZES[size]);
  const results: Result[] = [];
  for (const services of sizes) {
    const [us, them] = await duel(
      peer === undefined ? [subject] : [subject, peer],
      services,
      ROUNDS[size],
      workplace.folder,
    );
    const of = (name: 'seconds' | 'mebibytes', rounds = us!) => rounds.map((cost) => cost[name]);
    const inside = us!.map(({ stdout }) => JSON.parse(stdout) as { declare: number; synth: number });
    results.push({
      services,
      seconds: spreadOf(of('seconds')),
      mebibytes: spreadOf(of('mebibytes')),
      declare: spreadOf(inside.map(({ declare }) => declare)),
      synth: spreadOf(inside.map(({ synth }) => synth)),
      ...(peer !== undefined && {
        against: {
          name: peer.name,
          seconds: spreadOf(of('seconds', them)),
          mebibytes: spreadOf(of('mebibytes', them)),
          ratio: ratios(of('seconds'), of('seconds', them)),
        },
      }),
    });
  }
  print(results);
  if (json !== undefined) fs.writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (curve !== undefined) fs.writeFileSync(curve, drawCurve(results.map(pointOf)));
  return 0;
}

/** Ours, the peer, and the sizes that the peer can be asked for. */
function contestants(
  workplace: Workplace,
  against: string | undefined,
  sizes: readonly number[],
): [Contestant, Contestant | undefined, readonly number[]] {
  const services = ours(workplace, 'services');
  switch (against) {
    case undefined:
      return [services, undefined, sizes];
    case 'helm':
      return [services, helm(workplace), sizes.filter((each) => each >= FEWEST_OF_HELM)];
    case 'plain':
      return [services, cdk8sApp(workplace, 'plain'), sizes.filter((each) => each <= MOST_CHARTS)];
    case 'cdk8s':
      return [ours(workplace, 'objects'), cdk8sApp(workplace, 'objects'), sizes.filter((each) => each <= MOST_CHARTS)];
    default:
      return [services, { ...ours(workplace, 'services', workplace.libraryOf(against)), name: against }, sizes];
  }
}

function judgeShape({ counts, library, folder }: Workplace): number {
  const countsOf = (services: number): Counts => {
    const args = [counts, library, join(folder, `counted-${services}`), String(services)];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Counts;
  };
  const once = countsOf(COUNTED);
  for (const [name, count] of work(once, COUNTED)) console.log(`${name.padEnd(36)} ${count}`);
  const problems = shapeProblems(once, COUNTED, countsOf(2 * COUNTED));
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

function pointOf({ services, seconds }: Result): { readonly services: number; readonly each: number } {
  return { services, each: (seconds.median / services) * 1000 };
}

function print(results: readonly Result[]): void {
  table('whole processes, compiled: seconds and peak MiB, median (minimum to maximum)', [
    ['services', 'seconds', 'MiB', 'ms each', 'declare ms', 'synth ms'],
    ...results.map(({ services, seconds, mebibytes, declare, synth }) => [
      String(services),
      formatSpread(seconds),
      mebibytes.median.toFixed(0),
      ((declare.median + synth.median) / services).toFixed(2),
      declare.median.toFixed(0),
      synth.median.toFixed(0),
    ]),
  ]);
  const compared = results.flatMap(({ services, mebibytes, against }) =>
    against === undefined ? [] : [{ services, mebibytes, against }],
  );
  if (compared.length === 0) return;
  table(`against ${compared[0]!.against.name}`, [
    ['services', 'its seconds', 'its MiB', 'our time over its', 'our memory over its'],
    ...compared.map(({ services, mebibytes, against }) => [
      String(services),
      formatSpread(against.seconds),
      against.mebibytes.median.toFixed(0),
      formatSpread(against.ratio),
      (mebibytes.median / against.mebibytes.median).toFixed(2),
    ]),
  ]);
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${title}`);
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}

main(readArguments(process.argv.slice(2))).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  },
);
