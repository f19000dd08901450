import { spawn } from 'node:child_process';
import * as fs from 'node:fs';

/** Milliseconds between two looks at a process's memory. */
const LOOK_MILLISECONDS = 5;

/** Command of a contestant. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Cost of a whole process. */
export interface Cost {
  readonly seconds: number;
  /** Peak of resident memory in MiB; NaN where the system does not say. */
  readonly mebibytes: number;
  readonly stdout: string;
}

/**
 * Runs a command and measures it from its start to its end.
 *
 * @throws Error with the end of its stderr when it fails
 */
export async function measureProcess({ program, args }: Command): Promise<Cost> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr, mebibytes] = ['', '', NaN];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const look = setInterval(() => (mebibytes = peakOf(child.pid!) ?? mebibytes), LOOK_MILLISECONDS);
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  ).finally(() => clearInterval(look));
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(-2000)}`);
  return { seconds, mebibytes, stdout };
}

/** Peak of the resident memory of a running process, as Linux counts it. */
function peakOf(pid: number): number | undefined {
  try {
    const [, kibibytes] = /VmHWM:\s*(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    return undefined;
  }
}
