import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { ConformanceError } from './errors';

const POLL_MILLISECONDS = 50;
const GRACE_MILLISECONDS = 5_000;
const LOG_LINES = 15;

/** Go programs would spend a third of their time on collecting garbage; close to the limit they still do. */
const GO_MEMORY = { GOGC: '400', GOMEMLIMIT: '2GiB' };

/** A server to start. */
export interface ServerOptions {
  /** Name in messages. The log is `<name>.log`. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The folder of its log. */
  readonly logs: string;
  /** Asked again and again until it says yes; an error counts as no. */
  readonly ready: () => Promise<boolean>;
  /** Time limit in seconds. */
  readonly timeout?: number;
}

/** Output of a command. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running server. */
export class Server {
  /**
   * Starts a server and waits until it is ready.
   *
   * @throws ConformanceError with the end of its log when it ends before it is ready, or takes too long
   */
  public static async start(options: ServerOptions): Promise<Server> {
    const { name, program, args, env, cwd, logs, ready, timeout = 60 } = options;
    fs.mkdirSync(logs, { recursive: true });
    const log = path.join(logs, `${name}.log`);
    // A pipe to this process would be held open by whatever the server starts.
    const file = fs.openSync(log, 'a');
    const child = spawn(program, args, {
      cwd,
      env: { ...GO_MEMORY, ...process.env, ...env },
      stdio: ['ignore', file, file],
    });
    fs.closeSync(file);
    const server = new Server(name, log, child);
    try {
      await until(ready, timeout, () => server.ended);
    } catch {
      const what = server.ended ?? `was not ready after ${timeout} s`;
      await server.stop();
      throw new ConformanceError(`${name} ${what}; the end of its log (${log}):\n${tail(log)}`);
    }
    return server;
  }

  private readonly exit: Promise<void>;
  private stopping = false;
  private end?: string;

  private constructor(
    readonly name: string,
    readonly log: string,
    private readonly child: ChildProcess,
  ) {
    this.exit = new Promise((resolve) => {
      child.once('error', (error) => {
        this.end = `could not be started: ${error.message}`;
        resolve();
      });
      child.once('exit', (code, signal) => {
        this.end = `ended with ${signal ?? `status ${code}`}${this.stopping ? '' : ' by itself'}`;
        resolve();
      });
    });
  }

  /** Exit of the process. Undefined while it runs. */
  public get ended(): string | undefined {
    return this.end;
  }

  /** The process id. */
  public get pid(): number {
    return this.child.pid!;
  }

  /** Ends it, by SIGKILL where SIGTERM is not enough, and waits until it is gone. */
  public async stop(): Promise<void> {
    this.stopping = true;
    if (this.end !== undefined) return;
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), GRACE_MILLISECONDS);
    await this.exit;
    clearTimeout(kill);
  }
}

/** Runs a command to its end; a status other than 0 is an outcome, not an error. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Outcome> {
  const { input, env, cwd } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...GO_MEMORY, ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => (output[stream] += text));
    child.once('error', (error) => reject(new ConformanceError(`${program} could not be started: ${error.message}`)));
    child.once('close', (code) => resolve({ status: code ?? 1, ...output }));
    // A command that reads nothing closes its end first.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/**
 * Waits until something holds.
 *
 * @throws Error when `seconds` have passed, or when `given up` says why it never will
 */
export async function until(
  holds: () => Promise<boolean>,
  seconds: number,
  givenUp: () => string | undefined = () => undefined,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (let answer = ask(holds); ;) {
    // An answer that never comes must not outlast the deadline.
    const held = await Promise.race([answer, sleep(POLL_MILLISECONDS)]);
    if (held === true) return;
    const reason = givenUp() ?? (Date.now() > deadline ? `not after ${seconds} s` : undefined);
    if (reason !== undefined) throw new Error(reason);
    if (held === false) answer = sleep(POLL_MILLISECONDS).then(() => ask(holds));
  }
}

function ask(holds: () => Promise<boolean>): Promise<boolean> {
  return holds().catch(() => false);
}

/** Waits, in milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A TCP port of the loopback interface that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function tail(file: string): string {
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-LOG_LINES)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join('\n');
}
