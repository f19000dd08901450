import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import { isolated } from './isolation';
import type { RunOptions } from './runner';

/** Task of the process of a suite: JSON on the first line of its standard input. */
export interface Assignment extends Omit<RunOptions, 'print'> {
  /** The suite's name. */
  readonly suite: string;
  /** Tells if the process is the first one of namespaces of its own. */
  readonly isIsolated: boolean;
}

/** Exit status of a suite that judged everything and found a problem; Node.js uses the low ones. */
export const FAILED = 100;

/**
 * Runs a suite in a process of its own, and says whether everything that it judged was good.
 *
 * @param assignment the task of the process
 * @param write receives the output, piece by piece
 * @param program the script of the process
 * @throws ConformanceError when it ends without a verdict of its own
 */
export async function runInProcess(
  assignment: Assignment,
  write: (text: string) => void,
  program = path.join(__dirname, 'suite-main.ts'),
): Promise<boolean> {
  const node = [process.execPath, ...process.execArgv, program];
  const [command, ...args] = assignment.isIsolated ? isolated(node) : node;
  const child = spawn(command!, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
  // A process that ends early reads nothing more; its status tells why. It ends itself when its standard input ends.
  child.stdin.on('error', () => undefined).write(`${JSON.stringify(assignment)}\n`);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', (error) => reject(new ConformanceError(`its process could not be started: ${error.message}`)));
    child.once('close', (...end: [number | null, NodeJS.Signals | null]) => resolve(end));
  });
  if (code === 0 || code === FAILED) return code === 0;
  throw new ConformanceError(`its process ended with ${signal ?? `status ${code}`} before its end`);
}
