import { ChildProcess, ChildProcessByStdio } from 'node:child_process';
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

/** Makes what is to end this process end a child, once there is one, so that this process can tidy up. */
export class Signals {
  private child?: ChildProcess;
  private readonly stop = (signal: NodeJS.Signals) => this.child?.kill(signal);

  public constructor() {
    process.on('SIGINT', this.stop).on('SIGTERM', this.stop);
  }

  /** Passes on the stderr of the CLI and waits for its end. */
  public async outcomeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<CliOutcome> {
    this.child = child;
    try {
      return await ended(child);
    } finally {
      this.release();
    }
  }

  /** Lets signals end this process. */
  public release(): void {
    process.off('SIGINT', this.stop).off('SIGTERM', this.stop);
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
