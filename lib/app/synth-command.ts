#!/usr/bin/env node
import { ChildProcess, ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { withoutTraces } from './cli-traces';
import { METADATA_FILE } from './marker';
import { SynthArguments, synthArguments, USAGE, UsageError } from './synth-arguments';
import { bringUpToDate, filesBelow, Files } from './write';

/**
 * Runs `cdk8s synth` so that the output folder is never half written, and returns the exit status.
 *
 * The CLI deletes its output folder first, so it works in a scratch folder. Only if it succeeds, the output folder is
 * updated file by file, or the manifests are printed.
 */
export async function synthCommand(args: readonly string[]): Promise<number> {
  let stated: SynthArguments;
  try {
    stated = synthArguments(args, process.env, readOrEmpty('cdk8s.yaml'));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return fail(`${error.message}; --help lists the options`);
  }
  if (stated.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const cli = findCli();
  if (cli === undefined) return fail('cdk8s-cli is not installed here: npm install --save-dev cdk8s-cli');
  return synth(cli, stated);
}

async function synth(cli: string, { output, stdout, others }: SynthArguments): Promise<number> {
  let child: ChildProcess | undefined;
  // What is to end this process ends the CLI, so that the scratch folder is removed all the same.
  const stop = (signal: NodeJS.Signals) => child?.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-microservice-'));
  const work = join(scratch, 'output');
  try {
    // Said in any case: the CLI reads both from the environment too.
    const own = ['--check-upgrade=false', '--stdout=false', '--output', work];
    const running = spawn(process.execPath, [cli, 'synth', ...own, ...others], { stdio: ['inherit', 'pipe', 'pipe'] });
    child = running;
    const { status, said } = await outcome(running);
    if (!stdout) process.stdout.write(said.replaceAll(work, output));
    if (status !== 0) return status;
    if (stdout) return await print(work);
    // Of several apps in a folder each, every file names its place within its own.
    bringUpToDate(resolve(output), contents(work), (path, markedPath) => `/${path}`.endsWith(`/${markedPath}`));
    return 0;
  } catch (error) {
    return fail(`${output} cannot be brought up to date: ${(error as Error).message}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Prints manifests in the order in which `kubectl apply -R -f` would take their files. */
async function print(folder: string): Promise<number> {
  if (existsSync(join(folder, 'Chart.yaml'))) return fail('a Helm chart is a folder: leave out --stdout');
  const manifests = [...filesBelow(folder)].filter((path) => /\.(?:ya?ml|json)$/.test(path) && path !== METADATA_FILE);
  const byFolder = (path: string) => path.replaceAll('/', '\u0000');
  manifests.sort((a, b) => (byFolder(a) < byFolder(b) ? -1 : 1));
  for (const path of manifests) {
    const error = await written(readFileSync(join(folder, path)));
    if (error !== undefined) return error.code === 'EPIPE' ? 128 + constants.signals.SIGPIPE : fail(error.message);
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

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

function findCli(): string | undefined {
  try {
    const manifest = createRequire(resolve('package.json')).resolve('cdk8s-cli/package.json');
    return join(dirname(manifest), 'bin', 'cdk8s');
  } catch {
    return undefined;
  }
}

/** Passes on the stderr of the CLI and waits for its end. */
function outcome(child: ChildProcessByStdio<null, Readable, Readable>): Promise<{ status: number; said: string }> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const traces = withoutTraces((line) => process.stderr.write(`${line}\n`));
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    createInterface({ input: child.stderr }).on('line', traces.line).on('close', traces.end);
    child.once('error', fail);
    child.once('close', (code, signal) => {
      traces.end();
      done({ status: code ?? 128 + constants.signals[signal!], said: Buffer.concat(chunks).toString() });
    });
  });
}

function contents(folder: string): Files {
  return new Map([...filesBelow(folder)].map((path) => [path, readFileSync(join(folder, path))]));
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (require.main === module) {
  void synthCommand(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
}
