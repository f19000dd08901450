import type { INetworkPolicyPeer } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer';
import type { INetworkPolicyPort } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort';
import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicySpec';
import {
  Edge,
  NetworkHole,
  Endpoint,
  entryPods,
  Reach,
  staysInCluster,
  usesKubernetesApi,
  Workload,
  WorkloadEndpoint,
} from '../../program';
import { anyAddress, NetworkPeer, Port, publicAddresses } from '../../values';
import { endpointLabels } from './labels';
import { allowedSources, exposedPorts } from './service';

/** Peers and ports of one rule, before the split by direction. No peers means any peer. */
interface Rule {
  readonly peers: readonly INetworkPolicyPeer[];
  readonly ports: readonly INetworkPolicyPort[];
}

/**
 * NetworkPolicy of a microservice: it allows the declared calls and name resolution, and nothing else.
 *
 * Probes need no rule, since traffic from a pod's own node is always let in.
 */
export function networkPolicySpec(facts: Workload): INetworkPolicySpec {
  const { mesh, telemetry } = facts;
  const ingress = joined([
    ...callers(facts),
    ...scrapers(facts),
    ...exposures(facts),
    ...[...mesh.ingress, ...telemetry.ingress].map(hole),
  ]).sort(byText);
  const egress = joined([
    dns(facts),
    ...callees(facts),
    ...apiServer(facts),
    ...[...mesh.egress, ...telemetry.egress].map(hole),
  ]).sort(byText);
  return {
    podSelector: { matchLabels: { ...facts.podSelector } },
    policyTypes: ['Ingress', 'Egress'],
    ...(ingress.length > 0 && {
      ingress: ingress.map(({ peers, ports }) => ({
        ...(peers.length > 0 && { from: [...peers] }),
        ports: [...ports],
      })),
    }),
    egress: egress.map(({ peers, ports }) => ({ to: [...peers], ports: [...ports] })),
  };
}

/** NetworkPolicy of a workload without isolation: allows all traffic, although the namespace denies it. */
export function allowAllSpec({ podSelector }: Pick<Workload, 'podSelector'>): INetworkPolicySpec {
  return {
    podSelector: { matchLabels: { ...podSelector } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{}],
    egress: [{}],
  };
}

/** NetworkPolicy of a namespace that denies all traffic of pods without a policy of their own. */
export function defaultDenySpec(): INetworkPolicySpec {
  return { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
}

/** Builds one rule for each port, with all its callers. */
function callers({ namespace, inbound }: Workload): Rule[] {
  const rules = new Map<Port, INetworkPolicyPeer[]>();
  for (const edge of inbound) {
    const { caller, port, activator } = edge;
    if (port === undefined || caller.workload === undefined || !staysInCluster(edge)) continue;
    const peers = rules.get(port) ?? [];
    peers.push(...(activator === undefined ? podsOf(caller, caller.workload, namespace) : [peer(activator.pods)]));
    rules.set(port, peers);
  }
  return [...rules].map(([port, peers]) => ({ peers: unique(peers), ports: [targetPort(port)] }));
}

/** One egress rule for each set of addresses, with all ports that are called there. */
function callees({ namespace, outbound }: Workload): Rule[] {
  return joined(
    outbound.flatMap((edge) => {
      const { port, activator } = edge;
      if (port === undefined) return [];
      if (activator !== undefined)
        return [{ peers: [peer(activator.pods)], ports: [{ port: activator.targetPort, protocol: 'TCP' as const }] }];
      return [
        {
          peers: unique(calleePeers(edge, namespace)),
          // Nodes may translate the address of an external service, as they do that of a Service.
          ports: [edge.reach === Reach.CLUSTER ? servicePort(port) : targetPort(port)],
        },
      ];
    }),
  );
}

/** Rules with the same peers become one. */
function joined(rules: readonly Rule[]): Rule[] {
  const byPeers = new Map<string, Rule>();
  for (const { peers, ports } of rules) {
    const key = JSON.stringify(peers);
    byPeers.set(key, { peers, ports: unique([...(byPeers.get(key)?.ports ?? []), ...ports]) });
  }
  return [...byPeers.values()];
}

function calleePeers({ callee, reach, ranges }: Edge, namespace: string): INetworkPolicyPeer[] {
  if (reach === Reach.PODS) return podsOf(callee, callee.workload!, namespace);
  // Policies cannot name hosts.
  return (ranges.length > 0 ? ranges.map((range) => NetworkPeer.cidr(range)) : publicAddresses()).map(peer);
}

function scrapers(facts: Workload): Rule[] {
  const { scrapers: peers } = facts.cluster;
  const ports = facts.scraped.map(({ port }) => ({ port, protocol: 'TCP' as const }));
  return peers.length === 0 || ports.length === 0 ? [] : [{ peers: unique(peers.map(peer)), ports: unique(ports) }];
}

/**
 * The ports that are exposed, each for its own clients; behind an ingress, only the load balancer can tell clients
 * apart.
 */
function exposures(facts: Workload): Rule[] {
  const { ingress } = facts.cluster;
  const { activator } = facts;
  const gateway = entryPods(facts);
  if (gateway !== undefined)
    return exposedPorts(facts).map((port) => ({
      peers: [peer(activator !== undefined && port.protocol.hasRequests ? activator.pods : gateway)],
      ports: [targetPort(port)],
    }));
  return joined(
    exposedPorts(facts).map((port) => {
      const peers =
        ingress.length > 0 ? ingress : allowedSources(facts, [port]).map((range) => NetworkPeer.cidr(range));
      return { peers: unique(peers.map(peer)), ports: [targetPort(port)] };
    }),
  );
}

function hole({ peers, ports }: NetworkHole): Rule {
  return { peers: unique(peers.map(peer)), ports: ports.map((port) => ({ port, protocol: 'TCP' as const })) };
}

/** Cilium may redirect what is asked of the DNS Service to the cache's pods, by a local redirect policy. */
function resolvers({ cluster: { dns: of, networkPlugin } }: Workload): readonly NetworkPeer[] {
  return of.isNodeLocal && networkPlugin.isCilium
    ? [...of.peers, NetworkPeer.pods({ namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } })]
    : of.peers;
}

function dns(facts: Workload): Rule {
  const { port } = facts.cluster.dns;
  return {
    peers: unique(resolvers(facts).map(peer)),
    ports: [
      { port, protocol: 'TCP' },
      { port, protocol: 'UDP' },
    ],
  };
}

function apiServer(workload: Workload): Rule[] {
  const { cluster } = workload;
  if (!usesKubernetesApi(workload)) return [];
  // Cilium knows the API server, and a policy of its own names it.
  if (cluster.networkPlugin.isCilium && cluster.apiServer.length === 0) return [];
  const peers = cluster.apiServer.length > 0 ? cluster.apiServer : anyAddress();
  return [
    {
      peers: unique(peers.map(peer)),
      ports: unique(cluster.apiServerPorts.map((port) => ({ port, protocol: 'TCP' as const }))),
    },
  ];
}

/** Pods of a microservice, as a policy in `namespace` names them: by labels, or by the addresses of their nodes. */
function podsOf(endpoint: Endpoint, workload: WorkloadEndpoint, namespace: string): INetworkPolicyPeer[] {
  if (workload.hostNetwork !== undefined) {
    const { addresses } = workload.hostNetwork;
    return (addresses.length === 0 ? anyAddress() : addresses.map((range) => NetworkPeer.cidr(range))).map(peer);
  }
  const labels = Object.entries(endpointLabels(endpoint));
  return [
    {
      ...(workload.namespace !== namespace && { namespaceSelector: namespaceSelector(workload.namespace) }),
      podSelector: labels.length === 0 ? {} : { matchLabels: Object.fromEntries(labels) },
    },
  ];
}

function peer({ namespace, labels, range, except }: NetworkPeer): INetworkPolicyPeer {
  if (range !== undefined) return { ipBlock: { cidr: range, ...(except.length > 0 && { except: [...except] }) } };
  return {
    namespaceSelector: namespaceSelector(namespace ?? ''),
    ...(Object.keys(labels).length > 0 && { podSelector: { matchLabels: { ...labels } } }),
  };
}

function namespaceSelector(name: string): NonNullable<INetworkPolicyPeer['namespaceSelector']> {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

// Policies see a connection behind the Service: the container's port counts.
function targetPort(port: Port): INetworkPolicyPort {
  return { port: port.targetPort, protocol: port.protocol.transport as 'TCP' };
}

function servicePort(port: Port): INetworkPolicyPort {
  return { port: port.number, protocol: port.protocol.transport as 'TCP' };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].sort(byText);
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
