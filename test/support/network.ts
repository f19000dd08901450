import { BlockList, isIPv6 } from 'node:net';
import type { Kinds } from './kinds';
import { all, type ManifestObject, workloadsOf } from './manifests';

type Policy = Kinds['NetworkPolicy'];
type Rule = NonNullable<NonNullable<Policy['spec']>['ingress']>[number] &
  NonNullable<NonNullable<Policy['spec']>['egress']>[number];
type Peer = NonNullable<Rule['from']>[number];
type Labels = Readonly<Record<string, string>>;
type Selector = NonNullable<Policy['spec']>['podSelector'];

/** One end of a connection: an address, and the pod that has it, if one does. */
export interface End {
  readonly address: string;
  readonly pod?: { readonly namespace: string; readonly labels: Labels };
}

/** Verdicts of the network policies on both sides. */
export interface Openings {
  readonly egress: boolean;
  readonly ingress: boolean;
}

/** The policies and pods of a set of manifests, as a network plugin would read them. */
export interface Network {
  readonly policies: readonly Policy[];
  /** One pod of each workload by its namespace and name, each with an address. */
  readonly pods: ReadonlyMap<string, End>;
}

/** Reads nothing but manifests. */
export function networkOf(manifests: readonly ManifestObject[]): Network {
  return {
    policies: manifests.filter(({ kind }) => kind === 'NetworkPolicy') as unknown as Policy[],
    pods: new Map(
      podsOf(manifests).map(({ namespace, name, labels }, at) => [
        `${namespace}/${name}`,
        { address: `10.8.${at >> 8}.${at & 255}`, pod: { namespace, labels } },
      ]),
    ),
  };
}

/** Names and labels of the pods of every workload, of those that run to their end too. */
function podsOf(manifests: readonly ManifestObject[]) {
  const lasting = [...workloadsOf(manifests), ...all(manifests, 'DaemonSet'), ...all(manifests, 'Job')];
  const scheduled = all(manifests, 'CronJob').map(({ metadata, spec: { jobTemplate } }) => ({
    ...jobTemplate,
    metadata,
  }));
  return [...lasting, ...scheduled].map(({ metadata: { namespace, name }, spec: { template } }) => ({
    namespace,
    name,
    labels: template.metadata.labels,
  }));
}

/** Verdicts of both sides on a connection: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export function openings({ policies }: Network, from: End, to: End, port: number, protocol: string = 'TCP'): Openings {
  const lets = (side: 'Ingress' | 'Egress', self: End, other: End) => {
    const applying = policies.filter((policy) => appliesTo(policy, side, self));
    return (
      applying.length === 0 ||
      applying.some(({ metadata, spec }) => {
        const rules: readonly Rule[] = (side === 'Ingress' ? spec!.ingress : spec!.egress) ?? [];
        return rules.some((rule) => {
          const peers = side === 'Ingress' ? rule.from : rule.to;
          const portFits =
            rule.ports === undefined ||
            rule.ports.some((each) => each.port === port && (each.protocol ?? 'TCP') === protocol);
          return portFits && (peers === undefined || peers.some((peer) => isPeer(peer, metadata!.namespace!, other)));
        });
      })
    );
  };
  return { egress: lets('Egress', from, to), ingress: lets('Ingress', to, from) };
}

/** Tells if both sides allow a connection. */
export function connects(network: Network, from: End, to: End, port: number, protocol?: string): boolean {
  const { egress, ingress } = openings(network, from, to, port, protocol);
  return egress && ingress;
}

function appliesTo({ metadata, spec }: Policy, side: 'Ingress' | 'Egress', { pod }: End): boolean {
  return (
    pod !== undefined &&
    metadata!.namespace === pod.namespace &&
    spec!.policyTypes!.includes(side) &&
    selects(spec!.podSelector, pod.labels)
  );
}

function isPeer(
  { ipBlock, namespaceSelector, podSelector }: Peer,
  policyNamespace: string,
  { address, pod }: End,
): boolean {
  if (ipBlock !== undefined)
    return contains(ipBlock.cidr, address) && !(ipBlock.except ?? []).some((range) => contains(range, address));
  if (pod === undefined) return false;
  const namespaceFits =
    namespaceSelector === undefined
      ? pod.namespace === policyNamespace
      : selects(namespaceSelector, { 'kubernetes.io/metadata.name': pod.namespace });
  return namespaceFits && selects(podSelector, pod.labels);
}

function selects(selector: Selector | undefined, labels: Labels): boolean {
  if (selector?.matchExpressions !== undefined) throw new Error('expressions are not understood here');
  return Object.entries(selector?.matchLabels ?? {}).every(
    ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
  );
}

/** Tells if an address is in a range. */
export function contains(range: string, address: string): boolean {
  const [network, bits] = range.split('/');
  // A block list takes an address of IPv4 for one that is mapped into IPv6, where ::/0 would hold it.
  if (isIPv6(network!) !== isIPv6(address)) return false;
  const list = new BlockList();
  list.addSubnet(network!, Number(bits), isIPv6(network!) ? 'ipv6' : 'ipv4');
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
