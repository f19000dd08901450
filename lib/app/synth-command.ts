#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { endWithBrokenStreams } from './broken-streams';
import { Signals } from './cli-outcome';
import { type Configuration, readConfiguration } from './configuration';
import { filesBelow, stateOf } from './disk';
import { FINDINGS_FILE, overwrittenFile } from './findings-file';
import { withLock } from './lock';
import { METADATA_FILE } from './marker';
import { widePlace } from './output-folder';
import { say } from './say';
import { makeScratch } from './scratch';
import { Progress } from './progress';
import { stagedUpdate } from './staged';
import { closingLine, filesOf, readSynthesized, SUMMARY_VARIABLE, type Synthesized } from './summary';
import { isInterrupted, recover } from './switch';
import { SynthArguments, synthArguments, USAGE } from './synth-arguments';
import { terminalOf, TERMINAL_VARIABLE } from './terminal';
import { Plan, planUpdate, updateOutput } from './update';
import { UsageError } from './usage-error';

/** Exit statuses beside that of the CLI, which is 1 where the program has an error. */
const INVALID_USE = 2;
const NOT_WRITTEN = 3;

/**
 * Runs `cdk8s synth` so that the output folder is never half written, and returns the exit status.
 *
 * The CLI deletes its output folder first, so it works in a scratch folder. Only if it succeeds, the output folder is
 * switched to what is there, or the manifests are printed.
 */
export async function synthCommand(args: readonly string[]): Promise<number> {
  try {
    const cli = findCli();
    let configuration: Configuration = {};
    const stated = synthArguments(args, process.env, () => {
      if (cli !== undefined) configuration = readConfiguration('.', cli);
      return configuration.output;
    });
    if (stated.help) return told(USAGE);
    if (stated.version) return told(`${version()}\n`);
    if (cli === undefined)
      return fail('cdk8s-cli is not installed here: npm install --save-dev cdk8s-cli', INVALID_USE);
    if (!stated.stdout) refuseOutput(stated.output);
    if (stated.recover) return finishEarlier(stated.output, true);
    if (!stated.others.includes('--app') && !process.env['CDK8S_APP'] && configuration.app === undefined)
      throw new UsageError('there is no app: write its command to app of cdk8s.yaml, or to --app');
    return await synth(cli, stated);
  } catch (error) {
    if (error instanceof UsageError) return fail(`${error.message}; --help lists the options`, INVALID_USE);
    return fail((error as Error).message, NOT_WRITTEN);
  }
}

async function synth(cli: string, stated: SynthArguments): Promise<number> {
  const { output, stdout, dryRun, others } = stated;
  // The App that writes it sees a scratch folder alone.
  if (!stdout && !dryRun) refuseFindingsFile(output);
  if (!stdout && !dryRun) finishEarlier(output, false);
  const signals = new Signals();
  let scratch: string | undefined;
  try {
    scratch = makeScratch();
    const work = join(scratch, 'output');
    // Said in any case: the CLI reads both from the environment too.
    const own = ['--check-upgrade=false', '--stdout=false', '--output', work];
    const terminal = terminalOf(process);
    const summary = join(scratch, 'summary');
    const env = { ...process.env, [SUMMARY_VARIABLE]: summary, [TERMINAL_VARIABLE]: String(terminal !== undefined) };
    const { status, said } = await signals.outcomeOf(
      spawn(process.execPath, [cli, 'synth', ...own, ...others], { env, stdio: ['inherit', 'pipe', 'pipe'] }),
      terminal,
    );
    if (status !== 0) {
      // Nothing that the CLI lists is written.
      const lines = said.split('\n').filter((line) => !line.startsWith(`  - ${work}`));
      if (!stdout && !dryRun) process.stdout.write(lines.join('\n').replaceAll(work, output));
      return status;
    }
    if (stdout) return await print(work);
    if (dryRun) return list(output, planUpdate(resolve(output), stagedUpdate(work)));
    return bringUpToDate(output, work, said, readSynthesized(summary));
  } finally {
    signals.release();
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

/** Refuses a file for findings that is a file of the output, before one overwrites the other. */
function refuseFindingsFile(output: string, paths: Iterable<string> = []): void {
  const files = () => [...paths].map((path) => join(output, path));
  const problem = overwrittenFile(process.env[FINDINGS_FILE], output, files);
  if (problem !== undefined) throw new UsageError(`${FINDINGS_FILE} names a file of the output: ${problem.given}`);
}

/** Refuses a folder that cannot be an output, before the program runs. */
function refuseOutput(output: string): void {
  const place = widePlace(output);
  if (place !== undefined) throw new UsageError(`the output ${output} is ${place}: name a folder for manifests`);
  if (stateOf(output)?.isSymbolicLink() === true && !existsSync(output))
    throw new Error(`${output} is a link that leads to no folder: mend it, or name another folder`);
}

function bringUpToDate(output: string, work: string, said: string, synthesized: Synthesized | undefined): number {
  let plan: Plan;
  const progress = new Progress(terminalOf(process), () => performance.now());
  const update = stagedUpdate(work);
  refuseFindingsFile(output, update.files.keys());
  try {
    plan = updateOutput(resolve(output), { ...update, progress });
  } catch (error) {
    progress.end();
    return fail(`${output} stays as it was: ${(error as Error).message}`, NOT_WRITTEN);
  }
  progress.end();
  process.stdout.write(said.replaceAll(work, output));
  say(process.stdout, closingLine(synthesized, filesOf([plan]), performance.now()));
  say(process.stderr, ...keptLines(output, plan));
  return 0;
}

/** Prints manifests in the order in which `kubectl apply -R -f` would take their files. */
async function print(folder: string): Promise<number> {
  if (existsSync(join(folder, 'Chart.yaml'))) return fail('a Helm chart is a folder: leave out --stdout', INVALID_USE);
  const manifests = [...filesBelow(folder)].filter((path) => /\.(?:ya?ml|json)$/.test(path) && path !== METADATA_FILE);
  const byFolder = (path: string) => path.replaceAll('/', '\u0000');
  manifests.sort((a, b) => (byFolder(a) < byFolder(b) ? -1 : 1));
  for (const path of manifests) {
    const error = await written(readFileSync(join(folder, path)));
    if (error !== undefined)
      return error.code === 'EPIPE' ? 128 + constants.signals.SIGPIPE : fail(error.message, NOT_WRITTEN);
  }
  return 0;
}

/** Writes to stdout. Gives the error where nobody reads on, as behind `| head`. */
function written(bytes: Buffer): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    process.stdout.once('error', done).write(bytes, (error) => {
      if (!error) process.stdout.off('error', done);
      done(error ?? undefined);
    });
  });
}

function list(output: string, plan: Plan): number {
  if (stateOf(output) !== undefined && isInterrupted(resolve(output)))
    say(process.stderr, `${output} holds an interrupted run, which the next run finishes or undoes first`);
  const { written, removed, unchanged } = plan;
  const lines = [
    ...written.map((path) => `would write ${join(output, path)}`),
    ...removed.map((path) => `would remove ${join(output, path)}`),
    `${written.length} to write, ${removed.length} to remove, ${unchanged} unchanged`,
  ];
  say(process.stdout, ...lines);
  say(process.stderr, ...keptLines(output, plan));
  return 0;
}

function keptLines(output: string, { kept }: Plan): string[] {
  return kept.map(({ path, reason }) => `${join(output, path)} is not removed: ${reason}`);
}

/** Finishes or undoes what a killed run left. Where a user asks for it, takes over the lock of another host too. */
function finishEarlier(output: string, isAsked: boolean): number {
  const folder = resolve(output);
  const isThere = stateOf(folder) !== undefined;
  const recovered =
    isThere && (isAsked || isInterrupted(folder))
      ? withLock(folder, () => recover(folder), { force: isAsked })
      : undefined;
  if (recovered !== undefined) say(process.stderr, `${output}: the interrupted run before is ${recovered}`);
  else if (isAsked) say(process.stderr, `${output}: no run was interrupted`);
  return 0;
}

function told(text: string): number {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function fail(message: string, status: number): number {
  say(process.stderr, message);
  return status;
}

function findCli(): string | undefined {
  try {
    const manifest = createRequire(resolve('package.json')).resolve('cdk8s-cli/package.json');
    return join(dirname(manifest), 'bin', 'cdk8s');
  } catch {
    return undefined;
  }
}

/** Runs the command of this process. */
export async function runCommand(): Promise<void> {
  endWithBrokenStreams(NOT_WRITTEN);
  process.exitCode = await synthCommand(process.argv.slice(2));
}

if (require.main === module) void runCommand();
