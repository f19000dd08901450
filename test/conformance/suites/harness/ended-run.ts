import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { REPOSITORY } from '../../applications';
import { run, until } from '../../processes';
import type { Context, Findings, Problem } from '../../suite';

/** The suite that has API servers up first; it judges programs of its own, whatever the manifests. */
const NPM = ['run', '--silent', 'conformance', '--', 'random-systems', '--manifests=dist/quickstart'];

/**
 * Starts a run within this one, ends it when its judges are up, and looks for what is left of it.
 *
 * This process sees every process, network namespace and mount of its own namespaces and of those within them.
 */
export async function leavesNothing({ scratch }: Context, signal: 'SIGKILL' | 'SIGINT'): Promise<Findings> {
  const results = `--results=${path.join(scratch, signal)}`;
  const before = traces();
  const first = spawn('npm', [...NPM, '--runs', '100000', results], {
    cwd: REPOSITORY,
    stdio: 'ignore',
    detached: true,
  });
  await until(() => Promise.resolve(traces().filter((trace) => trace.includes('kube-apiserver')).length >= 2), 60);
  // A terminal sends Ctrl-C to every process of the run, kill only to the one that is named.
  process.kill(signal === 'SIGINT' ? -first.pid! : first.pid!, signal);
  const problems: Problem[] = [];
  await until(() => Promise.resolve(left(before).length === 0), 20).catch(() =>
    problems.push(...left(before).map((message) => ({ message: `left behind: ${message}` }))),
  );
  const next = await run('npm', [...NPM, '--runs', '1', results], { cwd: REPOSITORY });
  if (next.status !== 0)
    problems.push({ message: `the next run ended with ${next.status}:\n${next.stdout}${next.stderr}` });
  return { judged: 1, problems };
}

function left(before: readonly string[]): string[] {
  return traces().filter((trace) => !before.includes(trace));
}

/** All processes, network namespaces, network links and mounts. */
function traces(): string[] {
  const processes = fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      return command === '' ? [] : [`process ${pid} ${command}`, `network namespace ${link(`/proc/${pid}/ns/net`)}`];
    });
  const mounts = read('/proc/self/mounts')
    .trim()
    .split('\n')
    .map((mount) => `mount ${mount}`);
  const links = read('/proc/net/dev')
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => `network link ${line.split(':')[0]!.trim()}`);
  return [...new Set([...processes, ...mounts, ...links])];
}

/** A process may be gone by now. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function link(file: string): string {
  try {
    return fs.readlinkSync(file);
  } catch {
    return '';
  }
}
