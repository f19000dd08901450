#!/usr/bin/env node
import { ChildProcess, ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { outputArgument } from './synth-arguments';
import { bringUpToDate, filesBelow, Files } from './write';

/**
 * Runs `cdk8s synth` so that the output folder is never half written, and returns the exit status.
 *
 * The CLI deletes its output folder first, so it works in a scratch folder. Only if it succeeds, the output folder is
 * updated file by file.
 */
export async function synthCommand(args: readonly string[]): Promise<number> {
  const { output, others } = outputArgument(args, readOrEmpty('cdk8s.yaml'));
  const cli = findCli();
  if (cli === undefined) {
    process.stderr.write('cdk8s-cli is not installed here: npm install --save-dev cdk8s-cli\n');
    return 1;
  }
  let child: ChildProcess | undefined;
  // What is to end this process ends the CLI, so that the scratch folder is removed all the same.
  const stop = (signal: NodeJS.Signals) => child?.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-microservice-'));
  const work = join(scratch, 'output');
  try {
    const running = spawn(process.execPath, [cli, 'synth', '--check-upgrade=false', '--output', work, ...others], {
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    child = running;
    const { status, stdout } = await outcome(running);
    process.stdout.write(stdout.replaceAll(work, output));
    // Of several apps in a folder each, every file names its place within its own.
    if (status === 0)
      bringUpToDate(resolve(output), contents(work), (path, markedPath) => `/${path}`.endsWith(`/${markedPath}`));
    return status;
  } catch (error) {
    process.stderr.write(`${output} cannot be brought up to date: ${(error as Error).message}\n`);
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
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
function outcome(child: ChildProcessByStdio<null, Readable, Readable>): Promise<{ status: number; stdout: string }> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const omit = traceOfCli();
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!omit(line)) process.stderr.write(`${line}\n`);
    });
    child.once('error', fail);
    child.once('close', (code, signal) => {
      done({ status: code ?? 128 + constants.signals[signal!], stdout: Buffer.concat(chunks).toString() });
    });
  });
}

/** Matches the stack trace that the CLI prints when the app ended with an error: the app has printed its own report. */
function traceOfCli(): (line: string) => boolean {
  let within = false;
  return (line) => {
    within =
      /^Error: command ".*" at .* returned a non-zero exit code \d+$/.test(line) || (within && /^ {4}at /.test(line));
    return within;
  };
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
