import { spawnSync } from 'node:child_process';

const TAIL = 30;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** A tool that failed; its message ends with what it printed last. */
export class ToolError extends Error {}

/** Runs a tool to its end, quietly, and gives what it printed. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): string {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error === undefined && status === 0) return stdout;
  const end = error?.message ?? (signal === null ? `ended with ${status}` : `was ended by ${signal}`);
  // What was not started has printed nothing, not even an empty text.
  const printed = `${stdout ?? ''}${stderr ?? ''}`.trimEnd().split('\n').slice(-TAIL);
  throw new ToolError([`${[command, ...args].join(' ')}: ${end}`, ...printed].join('\n  '));
}
