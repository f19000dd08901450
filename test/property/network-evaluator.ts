import type { ManifestObject } from '../support/manifests';
import type { PortSpec, ProgramSpec } from './program-spec';

/** One way from a pod to a port of a pod. */
export interface Edge {
  /** Namespace and name. */
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
}

/** What the policies on either side let through. */
export interface Openings {
  readonly egress: boolean;
  readonly ingress: boolean;
}

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly port: number; readonly protocol: string }[];
}

interface PolicySpec {
  readonly podSelector: Selector;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

interface Pod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The policies and pods of a set of manifests, as a network plugin would read them. */
export interface Network {
  readonly policies: readonly { readonly namespace: string; readonly spec: PolicySpec }[];
  readonly pods: ReadonlyMap<string, Pod>;
}

/** Reads nothing but manifests. */
export function readPolicies(manifests: readonly ManifestObject[]): Network {
  const ofKind = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
  return {
    policies: ofKind('NetworkPolicy').map(({ metadata, spec }) => ({ namespace: metadata.namespace!, spec: spec as PolicySpec })),
    pods: new Map(ofKind('Deployment').map(({ metadata, spec }) => {
      const { template } = spec as { template: { metadata: { labels: Record<string, string> } } };
      return [`${metadata.namespace}/${metadata.name}`, { namespace: metadata.namespace!, labels: template.metadata.labels }];
    })),
  };
}

/** Whether either side lets a connection through: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export function openings({ policies, pods }: Network, { from, to, port, protocol }: Edge): Openings {
  const [source, target] = [pods.get(from)!, pods.get(to)!];
  const allows = (side: 'Ingress' | 'Egress', self: Pod, other: Pod) => {
    const isolating = policies.filter(({ namespace, spec }) => namespace === self.namespace && spec.policyTypes.includes(side) && matches(spec.podSelector, self.labels));
    if (isolating.length === 0) return true;
    const rules = isolating.flatMap(({ namespace, spec }) => ((side === 'Ingress' ? spec.ingress : spec.egress) ?? []).map((rule) => ({ namespace, rule })));
    return rules.some(({ namespace, rule }) => {
      const peers = side === 'Ingress' ? rule.from : rule.to;
      const portFits = rule.ports === undefined || rule.ports.some((each) => each.port === port && each.protocol === protocol);
      return portFits && (peers === undefined || peers.some((peer) => isPeer(peer, namespace, other)));
    });
  };
  return { egress: allows('Egress', source, target), ingress: allows('Ingress', target, source) };
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Peer, namespace: string, { namespace: home, labels }: Pod): boolean {
  if (ipBlock !== undefined) return contains(ipBlock.cidr) && !(ipBlock.except ?? []).some(contains);
  const namespaceFits = namespaceSelector === undefined ? home === namespace : matches(namespaceSelector, { 'kubernetes.io/metadata.name': home });
  return namespaceFits && (podSelector === undefined || matches(podSelector, labels));
}

function matches({ matchLabels = {} }: Selector, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(matchLabels).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** Whether a range holds the address that every pod has here. */
function contains(range: string): boolean {
  const [address = '', bits = ''] = range.split('/');
  if (address.includes(':')) return false;
  const prefix = (text: string) => text.split('.').map((part) => Number(part).toString(2).padStart(8, '0')).join('').slice(0, Number(bits));
  return prefix(address) === prefix(POD_ADDRESS);
}

const POD_ADDRESS = '10.244.7.9';

/** A number that no generated program is likely to serve. */
const SILENT_PORT = 61_234;

/** Every way between two pods of a program, and whether its declarations open it. */
export function edgesOf(spec: ProgramSpec): (Openings & { readonly edge: Edge })[] {
  const nameOf = (at: number) => `${spec.stacks[spec.services[at]!.stack]!.namespace}/${spec.services[at]!.id}`;
  const indices = spec.services.map((_, at) => at);
  return indices.flatMap((from) => indices.flatMap((to) => endpoints(spec.services[to]!.ports).map(({ port, protocol }) => {
    const [caller, callee] = [spec.services[from]!, spec.services[to]!];
    const leads = (served: PortSpec | undefined) => served !== undefined && targetOf(served) === port && transportOf(served) === protocol;
    const declared = spec.calls.some((call) => call.caller === from && call.callee.kind === 'service' && call.callee.index === to && leads(callee.ports[call.port]));
    // Of an API server whose address is not known, any address may be the one.
    const api = caller.kubernetesApi !== 'no' && spec.apiServer.length === 0 && protocol === 'TCP' && [443, 6443].includes(port);
    const exposed = spec.ingress.length === 0 && spec.exposures.some((exposure) => exposure.service === to && exposure.allowedSources.length === 0 && leads(callee.ports[exposure.port]));
    return {
      edge: { from: nameOf(from), to: nameOf(to), port, protocol },
      egress: caller.networkPolicy === false || declared || api,
      ingress: callee.networkPolicy === false || declared || exposed,
    };
  })));
}

function endpoints(ports: readonly PortSpec[]): { port: number; protocol: string }[] {
  return [...ports.map((each) => ({ port: targetOf(each), protocol: transportOf(each) })), { port: SILENT_PORT, protocol: 'TCP' }, { port: SILENT_PORT, protocol: 'UDP' }];
}

function targetOf({ port, targetPort }: PortSpec): number {
  return targetPort ?? port;
}

function transportOf({ protocol }: PortSpec): string {
  return protocol === 'udp' ? 'UDP' : 'TCP';
}
