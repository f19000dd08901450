import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import type { ITopologySpreadConstraint } from 'kubernetes-models/v1/TopologySpreadConstraint';
import { mergedAnnotations } from './json-document';
import { claimsOf, Lifecycle, perNodeOf, statefulOf, usesKubernetesApi, Workload } from '../../program';
import { ContainerFacts, ContainerRole, Toleration, TopologySpread } from '../../values';
import { container, PodContext, podResources } from './container';
import { has } from './features';
import { podLabels, selectorOf } from './labels';
import { placement } from './placement';
import { podSecurityContext } from './security-context';
import { mountsOf, volumes } from './volumes';

/** Times of the end of a pod, in seconds. */
type PodEnd = Pick<Lifecycle, 'preStop' | 'terminationGracePeriod'>;

/** The pods of a microservice. */
export function podTemplate(facts: Workload, lifecycle: PodEnd): IPodTemplateSpec {
  // A statement of the microservice wins over the platform's.
  const annotations = {
    ...mergedAnnotations(
      { ...facts.mesh.podAnnotations, ...facts.telemetry.podAnnotations },
      facts.settings.values.podAnnotations,
      facts.mesh.listAnnotations,
    ),
  };
  return {
    metadata: {
      labels: { ...facts.mesh.podLabels, ...facts.telemetry.podLabels, ...podLabels(facts) },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: podSpec(facts, lifecycle),
  };
}

function podSpec(facts: Workload, lifecycle: PodEnd): IPodSpec {
  const settings = facts.settings.values;
  const version = facts.cluster.kubernetesVersion;
  const context: PodContext = {
    settings,
    edges: facts.outbound,
    version,
    preStop: lifecycle.preStop,
    variables: [...facts.mesh.variables, ...facts.telemetry.variables],
  };
  const render = (containers: readonly ContainerFacts[]) => containers.map((each) => container(each, context));
  const first = facts.containers.filter(({ role }) => startsFirst(role, has(version, 'nativeSidecar')));
  const together = facts.containers.filter((each) => !first.includes(each));
  const podVolumes = volumes(
    facts.containers.flatMap((each) => mountsOf(each, settings.security.readOnlyRootFilesystem ?? true)),
  );
  return {
    serviceAccountName: facts.account.name,
    automountServiceAccountToken: usesKubernetesApi(facts),
    enableServiceLinks: false,
    securityContext: podSecurityContext(settings.security, claimsOf(facts).length > 0, version),
    ...(first.length > 0 && { initContainers: render(first) }),
    containers: render(together),
    ...(podVolumes.length > 0 && { volumes: podVolumes }),
    ...hostNamespaces(facts),
    terminationGracePeriodSeconds: lifecycle.terminationGracePeriod,
    ...(settings.topologySpread.length > 0 && {
      topologySpreadConstraints: settings.topologySpread.map((spread) => spreadConstraint(spread, facts)),
    }),
    ...(settings.imagePullSecrets.length > 0 && {
      imagePullSecrets: settings.imagePullSecrets.map((name) => ({ name })),
    }),
    ...(Object.keys(settings.nodeSelector).length > 0 && { nodeSelector: { ...settings.nodeSelector } }),
    ...tolerations(facts),
    ...(settings.priorityClassName !== undefined && { priorityClassName: settings.priorityClassName }),
    ...(settings.podResources !== undefined &&
      has(version, 'podResources') && { resources: podResources(settings.podResources) }),
    ...placement(settings),
    ...(settings.security.hostUsers === false && has(version, 'userNamespaces') && { hostUsers: false }),
    ...(settings.security.shareProcessNamespace && { shareProcessNamespace: true }),
  };
}

/**
 * Tells if a container starts before the main one: init containers, and sidecars where the kubelet can keep them
 * running.
 */
function startsFirst(role: ContainerRole, nativeSidecars: boolean): boolean {
  return role === ContainerRole.INIT || (role === ContainerRole.SIDECAR && nativeSidecars);
}

/** One wish to have pods apart. */
export function spreadConstraint(
  { nodeLabel, maxSkew, required }: TopologySpread,
  workload: Workload,
): ITopologySpreadConstraint {
  const { versionLabel = 'pod-template-hash' } = workload;
  return {
    topologyKey: nodeLabel,
    maxSkew,
    whenUnsatisfiable: required ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorOf(workload) },
    // Without it, pods of the old version count while a new one is rolled out; those of a StatefulSet are exchanged one
    // by one, each in its place.
    ...(statefulOf(workload) === undefined && { matchLabelKeys: [versionLabel] }),
  };
}

/** Namespaces of the node. In its network, only another policy has the kubelet resolve names of the cluster. */
function hostNamespaces(workload: Workload): Pick<IPodSpec, 'hostNetwork' | 'hostPID' | 'dnsPolicy'> {
  const { hostNetwork = false, hostPid = false } = perNodeOf(workload) ?? {};
  return {
    ...(hostNetwork && { hostNetwork, dnsPolicy: 'ClusterFirstWithHostNet' as const }),
    ...(hostPid && { hostPID: true }),
  };
}

/** Taints that pods put up with: all of them on every node. */
function tolerations(workload: Workload): Pick<IPodSpec, 'tolerations'> {
  const stated = workload.settings.values.tolerations;
  if (perNodeOf(workload)?.everyNode === true) return { tolerations: [{ operator: 'Exists' }] };
  return stated.length > 0 ? { tolerations: stated.map(toleration) } : {};
}

/** A taint that pods put up with. */
export function toleration({ key, value, effect }: Toleration): NonNullable<IPodSpec['tolerations']>[number] {
  return {
    key,
    operator: value === undefined ? 'Exists' : 'Equal',
    ...(value !== undefined && { value }),
    ...(effect && { effect }),
  };
}
