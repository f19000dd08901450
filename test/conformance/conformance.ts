import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { REPOSITORY, synthesizeApplications } from './applications';
import { readArguments, USAGE } from './arguments';
import { isIsolated, prepareRun, SCRATCH, SHARED } from './isolation';
import { readSystems, System } from './manifests';
import { Output } from './output';
import { junit } from './report/junit';
import { missingFor } from './requirements';
import { LOGS, RunOptions, runSuite } from './runner';
import { sideBySide } from './schedule';
import { Outcome, withSecondRuns } from './second-run';
import type { Suite } from './suite';
import { runInProcess } from './suite-process';
import { SUITES } from './suites';

/** Memory, in bytes, of the suites that keep one core busy: suites that wait hold memory meanwhile. */
const MEMORY_A_CORE = 4 * 1024 ** 3;

/**
 * Runs the suites that a command line asks for.
 *
 * @returns the exit status
 * @throws ConformanceError for what the command line asks wrongly, and where there is nothing to judge
 */
export async function conformance(args: readonly string[]): Promise<number> {
  const {
    suites: names,
    manifests,
    seed,
    runs,
    help,
    ...options
  } = readArguments(
    args,
    SUITES.map(({ name }) => name),
  );
  const results = path.resolve(options.results ?? path.join(REPOSITORY, 'build', 'conformance'));
  if (help) {
    print(`${USAGE}\nsuites:\n${SUITES.map(({ name, decides }) => `  ${name.padEnd(20)}${decides}`).join('\n')}`);
    return 0;
  }
  const wanted = SUITES.filter(({ name }) => names.includes(name));
  const missing = new Map(wanted.map((suite): [Suite, readonly string[]] => [suite, missingFor(suite)]));
  const suites = wanted.filter((suite) => missing.get(suite)!.length === 0);

  const start = performance.now();
  removeResults(results);
  const scratch = scratchFolder();
  let outcome: Outcome<Suite> = { failed: [], passedAlone: [] };
  if (suites.length > 0) {
    const systems = await systemsIn(manifests, isIsolated() ? SHARED : path.join(scratch, 'applications'));
    print(`judging ${systems.map(({ name, objects }) => `${name} (${objects.length} objects)`).join(', ')}`);
    const applications = manifests === undefined;
    const options = { systems, applications, seed, runs, scratch: path.join(scratch, 'suites'), results };
    outcome = await withSecondRuns(suites, (some) => runSuites(some, options));
  }
  const skipped = wanted.filter((suite) => !suites.includes(suite));
  for (const suite of skipped) skip(suite, missing.get(suite)!, results);
  const logs = path.join(results, LOGS);
  if (fs.existsSync(logs)) print(`\nlogs of the judges: ${path.relative(process.cwd(), logs)}`);
  const [failed, passedAlone] = [namesOf(outcome.failed), namesOf(outcome.passedAlone)];
  if (passedAlone.length > 0) print(`\nfailed beside other suites and passed alone: ${passedAlone.join(', ')}`);
  print(
    `\nconformance: ${suites.length - failed.length} suites passed, ${failed.length} failed${nameAll(failed)}, ` +
      `${skipped.length} skipped${nameAll(namesOf(skipped))}, ` +
      `${((performance.now() - start) / 1000).toFixed(0)} s; JUnit files in ${path.relative(process.cwd(), results)}`,
  );
  return failed.length > 0 || (process.env.CI === 'true' && skipped.length > 0) ? 1 : 0;
}

/** Runs suites side by side, each in a process of its own, and returns those that failed. */
async function runSuites(suites: readonly Suite[], options: Omit<RunOptions, 'print'>): Promise<Suite[]> {
  const output = new Output<Suite>((text) => process.stdout.write(text));
  const good = new Set<Suite>();
  const cores = Math.min(os.availableParallelism(), Math.max(1, os.totalmem() / MEMORY_A_CORE));
  await sideBySide(suites, cores, async (suite) => {
    const write = (text: string): void => output.write(suite, text);
    const isAllGood = await runInProcess(
      { ...options, suite: suite.name, isIsolated: isIsolated() && suite.needs.length > 0 },
      write,
    ).catch((error: Error) =>
      // Its process cannot tell any more: a report that holds nothing but the reason takes its place.
      runSuite({ ...suite, run: () => Promise.reject(error) }, { ...options, print: (text) => write(`${text}\n`) }),
    );
    if (isAllGood) good.add(suite);
    output.end(suite);
  });
  return suites.filter((suite) => !good.has(suite));
}

/** Input of the judges: a folder from the command line, or the synthesized applications of this repository. */
async function systemsIn(manifests: string | undefined, applications: string): Promise<System[]> {
  if (manifests !== undefined) return readSystems(path.resolve(manifests));
  await synthesizeApplications(applications);
  return readSystems(applications);
}

function scratchFolder(): string {
  if (isIsolated()) {
    prepareRun();
    return SCRATCH;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Removes the files of an earlier run and no others, since the folder may be anyone's. */
function removeResults(results: string): void {
  for (const { name } of SUITES) fs.rmSync(path.join(results, `${name}.xml`), { force: true });
  fs.rmSync(path.join(results, LOGS), { recursive: true, force: true });
}

/** A suite that cannot run fails where it must: in CI. */
function skip({ name }: Suite, reasons: readonly string[], results: string): void {
  const reason = reasons.join('; ');
  print(`\n${name}: skipped: ${reason}`);
  fs.mkdirSync(results, { recursive: true });
  fs.writeFileSync(path.join(results, `${name}.xml`), junit(name, [], reason));
}

function namesOf(suites: readonly Suite[]): string[] {
  return suites.map(({ name }) => name);
}

function nameAll(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
