import { spawn } from 'node:child_process';

const TAIL = 30;

/** A tool that failed; its message ends with what it printed last. */
export class ToolError extends Error {}

/** Runs a tool to its end, quietly, and gives what it printed. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<string> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.push(text);
    printed.push(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  return new Promise((resolve, reject) => {
    const fail = (end: string) => {
      const last = printed.join('').trimEnd().split('\n').slice(-TAIL);
      reject(new ToolError([`${[command, ...args].join(' ')}: ${end}`, ...last].join('\n  ')));
    };
    child.on('error', (error) => fail(error.message));
    child.on('close', (status, signal) => {
      if (status === 0) resolve(output.join(''));
      else fail(signal === null ? `ended with ${status}` : `was ended by ${signal}`);
    });
  });
}
