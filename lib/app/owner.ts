import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';

/** State of the process that a token names, as far as this process can prove it. */
export type OwnerState = 'self' | 'running' | 'dead' | 'elsewhere';

const TOKEN = /^([0-9a-f]{8})-([0-9a-f]{8})-(\d+)-(\d+)-(\d+)$/;

/**
 * Names this thread of this process for files that others find: host, boot, process id, start of the process, thread.
 *
 * A process id alone is given to another process some day; the start of the process tells the two apart.
 */
export function ownToken(): string {
  return [digestOf(hostname()), digestOf(boot()), process.pid, startOf(process.pid) ?? '0', threadId].join('-');
}

/** Judges the owner that a token names. A token of another form, or of another host, proves nothing. */
export function ownerState(token: string): OwnerState {
  if (token === ownToken()) return 'self';
  const [, host, booted, id, start] = TOKEN.exec(token) ?? [];
  if (host !== digestOf(hostname())) return 'elsewhere';
  if (booted !== digestOf(boot()) || !isRunning(Number(id))) return 'dead';
  const current = startOf(Number(id));
  return current === undefined || current === start ? 'running' : 'dead';
}

/** The process that a token names, for a message. */
export function ownerName(token: string): string {
  const id = TOKEN.exec(token)?.[3];
  if (id === undefined) return 'an unknown process';
  return ownerState(token) === 'elsewhere' ? `process ${id} of another host` : `process ${id}`;
}

/** Tells if a process with this id runs. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Clock ticks from boot to the start of a process; undefined where the system has no /proc. */
function startOf(processId: number): string | undefined {
  const stat = systemText(`/proc/${processId}/stat`);
  // The name of the program, in parentheses, may hold anything; the start is the 20th field behind it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function boot(): string {
  return systemText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function systemText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
