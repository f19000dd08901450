import { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { withoutTraces } from './cli-traces';
import { relay, type Terminal } from './terminal';

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

  /** Passes on the stderr of the CLI, with what the program shows on the terminal, and waits for its end. */
  public async outcomeOf(
    child: ChildProcessByStdio<null, Readable, Readable>,
    terminal: Terminal | undefined,
  ): Promise<CliOutcome> {
    this.child = child;
    try {
      return await ended(child, terminal);
    } finally {
      this.release();
    }
  }

  /** Lets signals end this process. */
  public release(): void {
    process.off('SIGINT', this.stop).off('SIGTERM', this.stop);
  }
}

function ended(
  child: ChildProcessByStdio<null, Readable, Readable>,
  terminal: Terminal | undefined,
): Promise<CliOutcome> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const traces = withoutTraces((line) => process.stderr.write(`${line}\n`));
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    createInterface({ input: child.stderr })
      .on('line', (line) => {
        if (!relay(line, terminal)) traces.line(line);
      })
      .on('close', traces.end);
    child.once('error', fail);
    child.once('close', (code, signal) => {
      traces.end();
      done({ status: code ?? 128 + constants.signals[signal!], said: Buffer.concat(chunks).toString() });
    });
  });
}
