import * as path from 'node:path';
import { BRIDGE, GATEWAY } from '../../isolation';
import { ConformanceError } from '../../errors';
import { run } from '../../processes';

/** The network namespace of a pod. */
export class NetworkNamespace {
  /**
   * Makes a network namespace that the pods' bridge leads to.
   *
   * @throws ConformanceError when the kernel refuses it
   */
  public static async create(name: string, address: string): Promise<NetworkNamespace> {
    const inside = ['netns', 'exec', name, 'ip'];
    const outside = outsideOf(name);
    await ip('netns', 'add', name);
    await ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    await ip('link', 'set', outside, 'master', BRIDGE, 'up');
    await ip(...inside, 'address', 'add', `${address}/16`, 'dev', 'eth0');
    await ip(...inside, 'link', 'set', 'eth0', 'up');
    await ip(...inside, 'link', 'set', 'lo', 'up');
    await ip(...inside, 'route', 'add', 'default', 'via', GATEWAY);
    // As container runtimes do: any user may listen on any port.
    await must('ip', 'netns', 'exec', name, 'sh', '-c', 'echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start');
    return new NetworkNamespace(name);
  }

  private isRemoved = false;

  private constructor(readonly name: string) {}

  /** A command line that runs a command in this network, with files of its own over those in /etc. */
  public command(etc: Readonly<Record<string, string>>, command: readonly string[]): [string, ...string[]] {
    const mounts = Object.entries(etc)
      .map(([name, file]) => `mount --bind '${file}' /etc/${name} && `)
      .join('');
    return [
      'nsenter',
      `--net=${path.join('/run/netns', this.name)}`,
      'unshare',
      '--mount',
      'sh',
      '-c',
      `${mounts}exec "$@"`,
      'sh',
      ...command,
    ];
  }

  /** Runs a command in it to its end. */
  public async run(...command: string[]): Promise<string> {
    return must('ip', 'netns', 'exec', this.name, ...command);
  }

  /** Ends at once whatever runs in it, and removes it. */
  public async remove(): Promise<void> {
    if (this.isRemoved) return;
    this.isRemoved = true;
    // Whoever is connected to it has to hear that it ends, over the link that is deleted next.
    for (let pids = await this.pids(); pids.length > 0; pids = await this.pids()) pids.forEach(kill);
    // With the namespace it would go too, but some time later: its name would still be taken.
    await ip('link', 'delete', outsideOf(this.name));
    await ip('netns', 'delete', this.name);
  }

  private async pids(): Promise<number[]> {
    return (await ip('netns', 'pids', this.name))
      .split('\n')
      .filter((line) => line !== '')
      .map(Number);
  }
}

/** The end of a pod's link that stands outside of it. */
function outsideOf(name: string): string {
  return `to-${name}`;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

function ip(...args: string[]): Promise<string> {
  return must('ip', ...args);
}

async function must(program: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await run(program, args);
  if (status !== 0)
    throw new ConformanceError(
      `a pod's network cannot be set up: ${program} ${args.join(' ')}: ${(stderr || stdout).trim().slice(-2000)}`,
    );
  return stdout;
}
