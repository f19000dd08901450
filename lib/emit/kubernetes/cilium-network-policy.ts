import {
  type CommonDefinition,
  type Edge,
  type Endpoint,
  entryPods,
  usesKubernetesApi,
  type Workload,
} from '../../program';
import type { NetworkPeer, Port } from '../../values';
import { exposedPorts } from './service';

interface CiliumPort {
  readonly port: string;
  readonly protocol: 'TCP' | 'UDP';
}

interface CiliumPorts {
  readonly toPorts: readonly { readonly ports: readonly CiliumPort[] }[];
}

/** Spec of a CiliumNetworkPolicy, as far as it is used. */
export interface CiliumNetworkPolicySpec {
  readonly endpointSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly ingress?: readonly (CiliumPorts & { readonly fromEntities: readonly string[] })[];
  readonly egress?: readonly (CiliumPorts & { readonly toEntities: readonly string[] })[];
}

/** Nodes of the cluster, and pods in their network. */
const NODES = ['host', 'remote-node'];

/** True where resolvers or scrapers may be on nodes, which Cilium does not name by ranges. */
export function asksNodes({ cluster, scraped }: Pick<CommonDefinition, 'cluster' | 'scraped'>): boolean {
  const { networkPlugin, dns, scrapers } = cluster;
  return (
    networkPlugin.isCilium &&
    !networkPlugin.cidrMatchesNodes &&
    (dns.peers.some(isRange) || (scraped.length > 0 && scrapers.some(isRange)))
  );
}

/** True for an end of calls in the network of a node, which Cilium does not name by ranges or labels. */
export function asksNodesFor({ workload }: Endpoint, { networkPlugin }: CommonDefinition['cluster']): boolean {
  return workload?.hostNetwork !== undefined && networkPlugin.isCilium && !networkPlugin.cidrMatchesNodes;
}

/**
 * CiliumNetworkPolicy beside the NetworkPolicy of a workload. It allows what ranges of addresses allow on other
 * plugins: the API server, and nodes where the facts of the cluster name resolvers, scrapers or load balancers by
 * range.
 */
export function ciliumNetworkPolicySpec(facts: Workload): CiliumNetworkPolicySpec {
  const ingress = [...scrapers(facts), ...clients(facts), ...onNodes(facts, facts.inbound, ({ caller }) => caller)];
  const callees = onNodes(facts, facts.outbound, ({ callee }) => callee);
  const egress = [
    ...dns(facts),
    ...apiServer(facts),
    ...(callees.length === 0 ? [] : [{ toEntities: NODES, toPorts: [{ ports: unique(callees) }] }]),
  ];
  return {
    endpointSelector: { matchLabels: { ...facts.podSelector } },
    ...(ingress.length > 0 && { ingress: [{ fromEntities: NODES, toPorts: [{ ports: unique(ingress) }] }] }),
    ...(egress.length > 0 && { egress }),
  };
}

function scrapers({ cluster, scraped }: Workload): CiliumPort[] {
  return matchesNodes(cluster) || !cluster.scrapers.some(isRange) ? [] : scraped.map(({ port }) => tcp(port));
}

/** Load balancers that send from nodes. Clients of any address need no rule: no peer means any peer. */
function clients(facts: Workload): CiliumPort[] {
  const { cluster } = facts;
  return matchesNodes(cluster) || entryPods(facts) !== undefined || !cluster.ingress.some(isRange)
    ? []
    : exposedPorts(facts).map(ofPort);
}

/** Ports of calls whose other end is in the network of a node. */
function onNodes({ cluster }: Workload, edges: readonly Edge[], otherEnd: (edge: Edge) => Endpoint): CiliumPort[] {
  return matchesNodes(cluster)
    ? []
    : edges.flatMap((edge) =>
        edge.port !== undefined && asksNodesFor(otherEnd(edge), cluster) ? [ofPort(edge.port)] : [],
      );
}

function dns({ cluster }: Workload): NonNullable<CiliumNetworkPolicySpec['egress']> {
  if (matchesNodes(cluster) || !cluster.dns.peers.some(isRange)) return [];
  const port = `${cluster.dns.port}`;
  const ports = (['TCP', 'UDP'] as const).map((protocol) => ({ port, protocol }));
  return [{ toEntities: NODES, toPorts: [{ ports }] }];
}

function apiServer(facts: Workload): NonNullable<CiliumNetworkPolicySpec['egress']> {
  return usesKubernetesApi(facts)
    ? [{ toEntities: ['kube-apiserver'], toPorts: [{ ports: unique(facts.cluster.apiServerPorts.map(tcp)) }] }]
    : [];
}

function matchesNodes({ networkPlugin }: Workload['cluster']): boolean {
  return networkPlugin.cidrMatchesNodes;
}

function isRange({ range }: NetworkPeer): boolean {
  return range !== undefined;
}

function tcp(port: number): CiliumPort {
  return { port: `${port}`, protocol: 'TCP' };
}

function ofPort({ targetPort, protocol }: Port): CiliumPort {
  return { port: `${targetPort}`, protocol: protocol.transport as 'TCP' };
}

function unique(ports: readonly CiliumPort[]): CiliumPort[] {
  const byKey = new Map(ports.map((each) => [`${each.port}/${each.protocol}`, each]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
