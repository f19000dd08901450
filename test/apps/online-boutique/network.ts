import { BlockList, isIPv6 } from 'node:net';
import type { Kinds } from '../../support/kinds';
import { all, ManifestObject } from '../../support/manifests';

type Policy = Kinds['NetworkPolicy'];
type Rule = NonNullable<NonNullable<Policy['spec']>['ingress']>[number] & NonNullable<NonNullable<Policy['spec']>['egress']>[number];
type Peer = NonNullable<Rule['from']>[number];
type Labels = Readonly<Record<string, string>>;
type Selector = NonNullable<Policy['spec']>['podSelector'];

/** One end of a connection: an address, and the pod that has it, if one does. */
export interface End {
  readonly address: string;
  readonly pod?: { readonly namespace: string; readonly labels: Labels };
}

/** The pods of all Deployments, by name, each with an address. */
export function podsOf(manifests: readonly ManifestObject[]): Map<string, End> {
  return new Map(all(manifests, 'Deployment').map(({ metadata: { name, namespace }, spec: { template } }, at) => [
    name, { address: `10.8.0.${at + 1}`, pod: { namespace, labels: template.metadata.labels } },
  ]));
}

/** Whether the policies of both ends let a connection through: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export function connects(manifests: readonly ManifestObject[], from: End, to: End, port: number, protocol: 'TCP' | 'UDP' = 'TCP'): boolean {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy') as unknown as Policy[];
  const lets = (side: 'Ingress' | 'Egress', self: End, other: End) => {
    const applying = policies.filter((policy) => appliesTo(policy, side, self));
    return applying.length === 0 || applying.some(({ metadata, spec }) => {
      const rules: readonly Rule[] = (side === 'Ingress' ? spec!.ingress : spec!.egress) ?? [];
      return rules.some((rule) => {
        const peers = side === 'Ingress' ? rule.from : rule.to;
        const portFits = rule.ports === undefined || rule.ports.some((each) => each.port === port && (each.protocol ?? 'TCP') === protocol);
        return portFits && (peers === undefined || peers.some((peer) => isPeer(peer, metadata!.namespace!, other)));
      });
    });
  };
  return lets('Egress', from, to) && lets('Ingress', to, from);
}

function appliesTo({ metadata, spec }: Policy, side: 'Ingress' | 'Egress', { pod }: End): boolean {
  return pod !== undefined && metadata!.namespace === pod.namespace && spec!.policyTypes!.includes(side) && selects(spec!.podSelector, pod.labels);
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Peer, policyNamespace: string, { address, pod }: End): boolean {
  if (ipBlock !== undefined) return contains(ipBlock.cidr, address) && !(ipBlock.except ?? []).some((range) => contains(range, address));
  if (pod === undefined) return false;
  const namespaceFits = namespaceSelector === undefined ? pod.namespace === policyNamespace : selects(namespaceSelector, { 'kubernetes.io/metadata.name': pod.namespace });
  return namespaceFits && selects(podSelector, pod.labels);
}

function selects(selector: Selector | undefined, labels: Labels): boolean {
  if (selector?.matchExpressions !== undefined) throw new Error('expressions are not understood here');
  return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}

function contains(range: string, address: string): boolean {
  const [network, bits] = range.split('/');
  const list = new BlockList();
  list.addSubnet(network!, Number(bits), isIPv6(network!) ? 'ipv6' : 'ipv4');
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
