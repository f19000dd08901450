import type { WorkloadStatements } from './resolve';
import type { WorkloadDefinition } from './workload';

/** Host of a workload behind a gateway. */
export interface CertifiedHost {
  readonly namespace: string;
  readonly host: string;
}

/**
 * Certificate of a gateway, with its hosts of all workloads.
 *
 * Clients send requests for all hosts of a certificate over one connection, so that one server takes them all: that of
 * the first workload by namespace and name.
 */
export interface GatewayCertificate {
  /** Name of its Secret. */
  readonly secret: string;
  readonly owner: { readonly namespace: string; readonly name: string };
  /** Sorted by host. */
  readonly hosts: readonly CertifiedHost[];
}

/** Certificates of each workload's hosts. */
export function certificates(all: readonly WorkloadStatements[]): Map<WorkloadDefinition, GatewayCertificate[]> {
  const sharing = new Map<string, { secret: string; users: Map<WorkloadDefinition, string[]> }>();
  for (const { definition, gateway, statements } of all) {
    if (gateway === undefined) continue;
    for (const { host, tlsSecret: secret } of statements.exposures) {
      if (host === undefined || secret === undefined) continue;
      const key = JSON.stringify([definition.cluster.name, gateway, secret]);
      const { users } = sharing.get(key) ?? sharing.set(key, { secret, users: new Map() }).get(key)!;
      users.set(definition, [...(users.get(definition) ?? []), host]);
    }
  }
  const byWorkload = new Map<WorkloadDefinition, GatewayCertificate[]>();
  for (const { secret, users } of [...sharing.values()].sort((a, b) => (a.secret < b.secret ? -1 : 1))) {
    const [first] = [...users.keys()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const owner = { namespace: first!.namespace, name: first!.name };
    const hosts = [...users].flatMap(([{ namespace }, theirs]) => theirs.map((host) => ({ namespace, host })));
    const byHost = new Map(hosts.map((each) => [`${each.host} ${each.namespace}`, each]));
    const certificate = Object.freeze({
      secret,
      owner,
      hosts: [...byHost].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
    });
    for (const user of users.keys()) byWorkload.set(user, [...(byWorkload.get(user) ?? []), certificate]);
  }
  return byWorkload;
}

function nameOf({ namespace, name }: WorkloadDefinition): string {
  return `${namespace}/${name}`;
}
