import { ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { withoutTraces } from './cli-traces';

/** End of the CLI. */
export interface CliOutcome {
  readonly status: number;
  /** Text of its stdout. */
  readonly said: string;
}

/**
 * Passes on the stderr of the CLI and waits for its end.
 *
 * Meanwhile what is to end this process ends the CLI, so that this process can tidy up.
 */
export async function cliOutcome(child: ChildProcessByStdio<null, Readable, Readable>): Promise<CliOutcome> {
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await ended(child);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<CliOutcome> {
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
