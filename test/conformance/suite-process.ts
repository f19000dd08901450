import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import { isolated } from './isolation';
import type { RunOptions } from './runner';

/** What the process of a suite is told, as JSON on its standard input. */
export interface Assignment extends Omit<RunOptions, 'print'> {
  /** The suite's name. */
  readonly suite: string;
  /** Whether the process is the first one of namespaces of its own. */
  readonly isIsolated: boolean;
}

/** The exit status that says that everything was judged, and something was not good: Node.js uses the low ones. */
export const FAILED = 100;

/**
 * Runs a suite in a process of its own, and says whether everything that it judged was good.
 *
 * @param assignment what the process is told
 * @param write takes what it prints, bit by bit
 * @param program the process's script
 * @throws ConformanceError where it ended otherwise than by its own verdict
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
  // A process that ends early reads nothing more; its status tells why.
  child.stdin.on('error', () => undefined).end(JSON.stringify(assignment));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', (error) => reject(new ConformanceError(`its process could not be started: ${error.message}`)));
    child.once('close', (...end: [number | null, NodeJS.Signals | null]) => resolve(end));
  });
  if (code === 0 || code === FAILED) return code === 0;
  throw new ConformanceError(`its process ended with ${signal ?? `status ${code}`} before its end`);
}
