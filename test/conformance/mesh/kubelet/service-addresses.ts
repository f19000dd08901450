import { writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { sleep } from '../../processes';

const POLL_MILLISECONDS = 100;
const [INBOUND, OUTBOUND] = ['SERVICES', 'SERVICES-BACK'];
const execute = promisify(execFile);

/**
 * Leads the addresses of Services to pods, as the nodes do: what connects to one that has no pod is refused at once.
 */
export class ServiceAddresses {
  /** Begins to do so. */
  public static async start(client: KubernetesClient): Promise<ServiceAddresses> {
    writeFileSync('/proc/sys/net/ipv4/ip_forward', '1');
    const addresses = new ServiceAddresses(client);
    await addresses.write();
    for (const rule of [
      ['PREROUTING', '-j', INBOUND],
      ['POSTROUTING', '-j', OUTBOUND],
    ])
      await execute('iptables', ['-t', 'nat', '-A', ...rule]);
    addresses.following = addresses.follow();
    return addresses;
  }

  private following: Promise<void> = Promise.resolve();
  private written = '';
  private isOver = false;

  private constructor(private readonly client: KubernetesClient) {}

  /** Looks no more. */
  public async stop(): Promise<void> {
    this.isOver = true;
    await this.following;
  }

  private async follow(): Promise<void> {
    while (!this.isOver) {
      await this.write().catch(() => undefined);
      await sleep(POLL_MILLISECONDS);
    }
  }

  private async write(): Promise<void> {
    const [services, slices] = await Promise.all([
      this.client.list('v1', 'Service'),
      this.client.list('discovery.k8s.io/v1', 'EndpointSlice'),
    ]);
    const rules = services.flatMap((service) => rulesFor(service, slices));
    // Pods are neighbours: their answers would go past the address that was asked, were the question not sent on from
    // here.
    const table = [
      '*nat',
      `:${INBOUND} - [0:0]`,
      `:${OUTBOUND} - [0:0]`,
      ...rules,
      `-A ${OUTBOUND} -m conntrack --ctstate DNAT -j MASQUERADE`,
      'COMMIT',
      '',
    ].join('\n');
    if (table === this.written) return;
    const restoring = execute('iptables-restore', ['--noflush']);
    restoring.child.stdin!.end(table);
    await restoring;
    this.written = table;
  }
}

/** The rules for one Service: each of its pods gets its share of the connections. */
export function rulesFor(
  { metadata: { name, namespace }, spec: { clusterIP, ports = [] } }: KubernetesObject,
  slices: readonly KubernetesObject[],
): string[] {
  if (clusterIP === undefined || clusterIP === 'None' || clusterIP === '') return [];
  const own = slices.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === name,
  );
  return (ports as any[]).flatMap((port) => {
    const targets = own.flatMap((slice) =>
      (slice.endpoints ?? ([] as any[]))
        .filter(({ conditions }: any) => conditions.ready !== false)
        .flatMap(({ addresses }: any) =>
          addresses.map(
            (address: string) => `${address}:${slice.ports.find((each: any) => each.name === (port.name ?? ''))?.port}`,
          ),
        ),
    );
    return targets.map(
      (target: string, at: number) =>
        `-A ${INBOUND} -d ${clusterIP}/32 -p tcp --dport ${port.port} ` +
        `${at === targets.length - 1 ? '' : randomly(1 / (targets.length - at))}-j DNAT --to-destination ${target}`,
    );
  });
}

function randomly(probability: number): string {
  return `-m statistic --mode random --probability ${probability.toFixed(5)} `;
}
