import type { IAffinity } from 'kubernetes-models/v1/Affinity';
import type { INodeSelectorTerm } from 'kubernetes-models/v1/NodeSelectorTerm';
import type { IPodAffinity } from 'kubernetes-models/v1/PodAffinity';
import type { IPodAffinityTerm } from 'kubernetes-models/v1/PodAffinityTerm';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { EffectiveSettings } from '../../program';
import type { NodeAffinity, PodAffinity, PodDns } from '../../values';

/** Choices of nodes, and what pods find there, as far as they are stated. */
export function placement(settings: EffectiveSettings): Partial<IPodSpec> {
  const { schedulingGates, runtimeClassName, hostAliases, dns } = settings;
  const stated = affinity(settings);
  return {
    ...(Object.keys(stated).length > 0 && { affinity: stated }),
    ...(schedulingGates.length > 0 && { schedulingGates: schedulingGates.map((name) => ({ name })) }),
    ...(runtimeClassName !== undefined && { runtimeClassName }),
    ...(hostAliases.length > 0 && {
      hostAliases: hostAliases.map(({ ip, hostnames }) => ({ ip, hostnames: [...hostnames] })),
    }),
    ...resolvers(dns),
  };
}

function affinity({ nodeAffinity, podAffinity }: EffectiveSettings): IAffinity {
  const near = podAffinity.filter(({ _apart: apart }) => !apart);
  const apart = podAffinity.filter((each) => each._apart);
  return {
    ...(nodeAffinity.length > 0 && { nodeAffinity: ofNodes(nodeAffinity) }),
    ...(near.length > 0 && { podAffinity: ofPods(near) }),
    ...(apart.length > 0 && { podAntiAffinity: ofPods(apart) }),
  };
}

function ofNodes(all: readonly NodeAffinity[]): NonNullable<IAffinity['nodeAffinity']> {
  const required = all.filter(({ _weight: weight }) => weight === undefined);
  const preferred = all.filter(({ _weight: weight }) => weight !== undefined);
  return {
    ...(required.length > 0 && {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: required.map(nodeTerm) },
    }),
    ...(preferred.length > 0 && {
      preferredDuringSchedulingIgnoredDuringExecution: preferred.map((each) => ({
        weight: each._weight!,
        preference: nodeTerm(each),
      })),
    }),
  };
}

function nodeTerm({ _expressions: expressions }: NodeAffinity): INodeSelectorTerm {
  return {
    matchExpressions: expressions.map(({ _key: key, _operator: operator, _values: values }) => ({
      key,
      operator: operator as 'In',
      ...(values.length > 0 && { values: [...values] }),
    })),
  };
}

function ofPods(all: readonly PodAffinity[]): IPodAffinity {
  const required = all.filter(({ _options: { weight } }) => weight === undefined);
  const preferred = all.filter(({ _options: { weight } }) => weight !== undefined);
  return {
    ...(required.length > 0 && { requiredDuringSchedulingIgnoredDuringExecution: required.map(podTerm) }),
    ...(preferred.length > 0 && {
      preferredDuringSchedulingIgnoredDuringExecution: preferred.map((each) => ({
        weight: each._options.weight!,
        podAffinityTerm: podTerm(each),
      })),
    }),
  };
}

function podTerm({ _labels: matchLabels, _options: options }: PodAffinity): IPodAffinityTerm {
  const { nodeLabel = 'kubernetes.io/hostname', namespaces } = options;
  return {
    topologyKey: nodeLabel,
    labelSelector: { matchLabels: { ...matchLabels } },
    ...(namespaces !== undefined && { namespaces: [...namespaces] }),
  };
}

function resolvers({ policy, nameservers = [], searches = [], options = {} }: PodDns): Partial<IPodSpec> {
  const dnsConfig = {
    ...(nameservers.length > 0 && { nameservers: [...nameservers] }),
    ...(searches.length > 0 && { searches: [...searches] }),
    ...(Object.keys(options).length > 0 && {
      options: Object.entries(options)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ({ name, ...(value !== '' && { value }) })),
    }),
  };
  return {
    ...(policy !== undefined && { dnsPolicy: policy }),
    ...(Object.keys(dnsConfig).length > 0 && { dnsConfig }),
  };
}
