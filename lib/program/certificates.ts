import type { Exposure } from '../values';
import type { GatewayCertificate } from './gateway-certificate';
import type { WorkloadDefinition } from './workload';

/** A workload with its exposures, and the gateway that they lead through. */
interface Exposed {
  readonly definition: WorkloadDefinition;
  readonly gateway?: string | undefined;
  readonly statements: { readonly exposures: readonly Pick<Exposure, 'host' | 'tlsSecret'>[] };
}

/** Certificates of each workload's hosts. */
export function certificates(all: readonly Exposed[]): Map<WorkloadDefinition, GatewayCertificate[]> {
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
