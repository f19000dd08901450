import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from './errors';

/** Folder of the files of a run, and of each of its suites: on a tmpfs of its own, which ends with it. */
export const SCRATCH = '/run/conformance';

/** Folder that the run shares with its suites, at the same path in each. */
export const SHARED = path.join(SCRATCH, 'shared');

/** The address of the control plane on the bridge that the pods' network namespaces are attached to. */
export const GATEWAY = '10.244.0.1';

/** The bridge's name; a pod's end of a veth pair is made a member of it. */
export const BRIDGE = 'pods';

const MARK = 'CONFORMANCE_ISOLATED';
const INTERRUPTED = 130;

/** Tells if this run is the first process of its own namespaces. */
export function isIsolated(): boolean {
  return process.env[MARK] === 'true' && process.pid === 1;
}

/** Why nothing can be isolated here; undefined where it can. */
export function missingIsolation(): string | undefined {
  if (process.platform !== 'linux') return `Linux is needed, this is ${process.platform}`;
  const { error, status, stderr } = spawnSync(unshare()[0]!, [...unshare().slice(1), 'true'], { encoding: 'utf8' });
  if (error !== undefined) return 'unshare and setpriv (util-linux) are needed';
  if (status !== 0) return `namespaces are not allowed here: ${stderr.trim()}`;
  return spawnSync('ip', ['-V']).error === undefined ? undefined : 'ip (iproute2) is needed';
}

/** Why a process cannot take another user's id here; undefined where it can. */
export function missingUserIds(): string | undefined {
  // In a user namespace of one user, root is root in name only.
  const [, , users] = fs.readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/);
  if (process.getuid?.() !== 0 || Number(users) === 1)
    return 'root is needed: sidecar and application run as users of their own';
  return spawnSync('iptables', ['--version']).error === undefined ? undefined : 'iptables is needed';
}

/**
 * Runs this same command line again as the first process of new process, mount and network namespaces.
 *
 * The kernel ends everything in them when that process ends, and ends that process when this one does, however that
 * happens: no server, network namespace or scratch file can outlive a run.
 *
 * @returns the exit status
 */
export function runIsolated(): Promise<number> {
  const [program, ...args] = isolated([process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, [MARK]: 'true' } });
  const end = (): boolean => child.kill('SIGKILL');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  watchParent(end);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new ConformanceError(`the run cannot be isolated: ${error.message}`)));
    child.once('exit', (code) => resolve(code ?? INTERRUPTED));
  });
}

/** A command that runs another one as the first process of new namespaces, which end with it and with this process. */
export function isolated(command: readonly string[]): [string, ...string[]] {
  const [program, ...args] = unshare();
  return [program!, ...args, ...command];
}

/** Makes the new namespaces of a run usable: loopback, and a scratch folder of its own. */
export function prepareRun(): void {
  must('mount', '-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/run');
  fs.mkdirSync(SHARED, { recursive: true });
  must('ip', 'link', 'set', 'lo', 'up');
}

/**
 * Makes the new namespaces of a suite usable: loopback, the pods' bridge, a hosts file and a scratch folder of its own,
 * with what the run shares in it.
 */
export function prepareSuite(): void {
  const own = path.join(SCRATCH, 'own');
  const shared = path.join(own, path.relative('/run', SHARED));
  fs.mkdirSync(own, { recursive: true });
  must('mount', '-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', own);
  fs.mkdirSync(shared, { recursive: true });
  must('mount', '--bind', SHARED, shared);
  must('mount', '--rbind', own, '/run');
  fs.mkdirSync(path.join(SCRATCH, 'logs'), { recursive: true });
  must('ip', 'link', 'set', 'lo', 'up');
  must('ip', 'link', 'add', BRIDGE, 'type', 'bridge');
  must('ip', 'address', 'add', `${GATEWAY}/16`, 'dev', BRIDGE);
  must('ip', 'link', 'set', BRIDGE, 'up');
  // API server and sidecars know istiod by the name that its certificate carries.
  const hosts = path.join(SCRATCH, 'hosts');
  fs.writeFileSync(hosts, `127.0.0.1 localhost\n${GATEWAY} istiod.istio-system.svc\n`);
  must('mount', '--bind', hosts, '/etc/hosts');
}

function unshare(): string[] {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  return [
    'setpriv',
    '--pdeathsig',
    'KILL',
    'unshare',
    ...asRoot,
    '--mount',
    '--net',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
  ];
}

/** npm does not hand on a SIGKILL; a change of parents, of which its shell is one, says that it is gone. */
function watchParent(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = (): string =>
    `${process.ppid} ${/^PPid:.*$/m.exec(fs.readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[0]}`;
  const before = parents();
  setInterval(() => before === parents() || end(), 250).unref();
}

function must(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new ConformanceError(
      `the run's namespaces cannot be set up: ${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`,
    );
}
