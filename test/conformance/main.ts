import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { REPOSITORY, synthesizeApplications } from './applications';
import { readArguments, USAGE } from './arguments';
import { ConformanceError } from './errors';
import { isIsolated, prepareIsolation, runIsolated, SCRATCH } from './isolation';
import { readSystems, System } from './manifests';
import { junit } from './report/junit';
import { missingFor } from './requirements';
import { runSuite } from './runner';
import type { Suite } from './suite';
import { SUITES } from './suites';

const LOGS = 'judges-logs';

async function main(): Promise<number> {
  const {
    suites: names,
    manifests,
    seed,
    runs,
    help,
    ...options
  } = readArguments(
    process.argv.slice(2),
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
  if (!isIsolated() && suites.some(({ needs }) => needs.length > 0)) return runIsolated();

  const start = performance.now();
  removeResults(results);
  const scratch = scratchFolder();
  const failed: string[] = [];
  if (suites.length > 0) {
    const systems = await systemsIn(manifests, path.join(scratch, 'applications'));
    print(`judging ${systems.map(({ name, objects }) => `${name} (${objects.length} objects)`).join(', ')}`);
    for (const suite of suites) {
      const good = await runSuite(suite, {
        systems,
        applications: manifests === undefined,
        seed,
        runs,
        scratch: path.join(scratch, 'suites'),
        results,
        print,
      });
      if (!good) failed.push(suite.name);
    }
  }
  const skipped = wanted.filter((suite) => !suites.includes(suite));
  for (const suite of skipped) skip(suite, missing.get(suite)!, results);
  if (failed.length > 0) keepLogs(scratch, results);
  print(
    `\nconformance: ${suites.length - failed.length} suites passed, ${failed.length} failed${nameAll(failed)}, ` +
      (`${skipped.length} skipped${nameAll(skipped.map(({ name }) => name))}, ` +
        (`${((performance.now() - start) / 1000).toFixed(0)} s; JUnit files in ` +
          `${path.relative(process.cwd(), results)}`)),
  );
  return failed.length > 0 || (process.env.CI === 'true' && skipped.length > 0) ? 1 : 0;
}

/** Input of the judges: a folder from the command line, or the synthesized applications of this repository. */
async function systemsIn(manifests: string | undefined, applications: string): Promise<System[]> {
  if (manifests !== undefined) return readSystems(path.resolve(manifests));
  await synthesizeApplications(applications);
  return readSystems(applications);
}

function scratchFolder(): string {
  if (isIsolated()) {
    prepareIsolation();
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

function keepLogs(scratch: string, results: string): void {
  const logs = path.join(scratch, 'logs');
  if (!fs.existsSync(logs)) return;
  fs.cpSync(logs, path.join(results, LOGS), { recursive: true });
  print(`\nlogs of the judges: ${path.relative(process.cwd(), path.join(results, LOGS))}`);
}

function nameAll(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main()
  .catch((error: unknown) => {
    if (!(error instanceof ConformanceError)) throw error;
    process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    return 1;
  })
  .then(
    (status) => process.exit(status),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    },
  );
