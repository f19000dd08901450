import { unique } from '../../program';
import { templateIn } from './template';

type Json = Record<string, any>;

/** A setting, such as `security.runAsNonRoot` or one label, as the keys that lead to it. */
export type SettingPath = readonly string[];

/**
 * Paths of the fields that a setting decides.
 *
 * A platform that requires the setting protects exactly these fields from patches.
 */
const FIELDS: Readonly<Record<string, (object: Json, path: SettingPath) => unknown>> = {
  labels: (object, [key = '']) => [object['metadata']?.labels?.[key], templateIn(object)?.['metadata']?.labels?.[key]],
  annotations: (object, [key = '']) => object['metadata']?.annotations?.[key],
  podAnnotations: (object, [key = '']) => templateIn(object)?.['metadata']?.annotations?.[key],
  imagePullPolicy: (object) => ofContainers(object, ({ imagePullPolicy }) => imagePullPolicy),
  imagePullSecrets: (object) => pod(object)['imagePullSecrets'],
  resources: (object, [resource = '', bound]) =>
    ofContainers(
      object,
      ({ resources }) => resources?.[`${bound}s`]?.[resource === 'ephemeralStorage' ? 'ephemeral-storage' : resource],
    ),
  scaling: (object) => [
    object['spec']?.replicas,
    object['spec']?.minReplicas,
    object['spec']?.maxReplicas,
    object['spec']?.metrics,
    ofRevisions(object),
  ],
  concurrency: (object) => pod(object)['containerConcurrency'],
  disruptionBudget: (object) =>
    object['kind'] === 'PodDisruptionBudget'
      ? [object['spec']?.maxUnavailable, object['spec']?.minAvailable, object['spec']?.selector]
      : undefined,
  longestRequest: shutdown,
  endpointPropagation: shutdown,
  startupTime: (object) => [
    ...containers(object)
      .filter(({ startupProbe }) => startupProbe !== undefined)
      .map(({ name, startupProbe }) => [name, startupProbe.failureThreshold, startupProbe.periodSeconds]),
  ],
  minReady: (object) => object['spec']?.minReadySeconds,
  security: (object, [field = '']) => [SECURITY[field]?.(object), waysOut(object)],
  topologySpread: (object) => pod(object)['topologySpreadConstraints'],
  nodeSelector: (object, [key = '']) => pod(object)['nodeSelector']?.[key],
  tolerations: (object) => pod(object)['tolerations'],
  priorityClassName: (object) => pod(object)['priorityClassName'],
  appArmorProfile: ofBoth('appArmorProfile'),
  hostUsers: (object) => pod(object)['hostUsers'],
  shareProcessNamespace: (object) => pod(object)['shareProcessNamespace'],
  terminationGracePeriod: shutdown,
  hooks: (object) => ofContainers(object, ({ lifecycle }) => lifecycle as unknown),
  nodeAffinity: (object) => pod(object)['affinity']?.nodeAffinity,
  podAffinity: (object) => [pod(object)['affinity']?.podAffinity, pod(object)['affinity']?.podAntiAffinity],
  schedulingGates: (object) => pod(object)['schedulingGates'],
  runtimeClassName: (object) => pod(object)['runtimeClassName'],
  hostAliases: (object) => pod(object)['hostAliases'],
  dns: (object) => [pod(object)['dnsPolicy'], pod(object)['dnsConfig']],
  networkPolicy: (object) => (object['kind'] === 'NetworkPolicy' ? object['spec'] : undefined),
};

/** Paths of the fields that a security setting decides. A container's own field wins over the pod's. */
const SECURITY: Readonly<Record<string, (object: Json) => unknown>> = {
  readOnlyRootFilesystem: (object) =>
    ofContainers(object, ({ securityContext }) => securityContext?.readOnlyRootFilesystem),
  allowPrivilegeEscalation: (object) =>
    ofContainers(object, ({ securityContext }) => securityContext?.allowPrivilegeEscalation),
  addCapabilities: (object) => [main(object)['securityContext']?.capabilities, ...capabilitiesBesideMain(object)],
  runAsNonRoot: ofBoth('runAsNonRoot'),
  seccompProfile: ofBoth('seccompProfile'),
  runAsUser: ofBoth('runAsUser'),
  runAsGroup: ofBoth('runAsGroup'),
  fsGroup: (object) => pod(object)['securityContext']?.fsGroup,
};

/** Fields that give access to the node, with any rights of the containers. */
function waysOut(object: Json): unknown {
  const { hostNetwork, hostPID, hostIPC, volumes = [], serviceAccountName, automountServiceAccountToken } = pod(object);
  const nodePaths = (volumes as Json[]).map(({ hostPath }) => hostPath as unknown).filter((path) => path !== undefined);
  return [
    hostNetwork,
    hostPID,
    hostIPC,
    nodePaths,
    serviceAccountName,
    automountServiceAccountToken,
    ofContainers(object, ({ securityContext }) => securityContext?.privileged),
  ];
}

function shutdown(object: Json): unknown {
  // Of functions, the end of the longest request is that of the pod.
  return [
    pod(object)['terminationGracePeriodSeconds'],
    pod(object)['timeoutSeconds'],
    unique(served(object).map(({ lifecycle }) => JSON.stringify([lifecycle?.preStop]))),
  ];
}

/** Knative's scaling annotations of a revision template. */
function ofRevisions(object: Json): unknown {
  return Object.entries((templateIn(object)?.['metadata']?.annotations ?? {}) as Json)
    .filter(([key]) => key.startsWith('autoscaling.knative.dev/'))
    .sort();
}

/** The settings among those given whose fields differ between two forms of an object. */
export function changedSettings(settings: readonly SettingPath[], before: Json, after: Json): SettingPath[] {
  return settings.filter(([setting = '', ...path]) => {
    const fields = FIELDS[setting];
    return fields !== undefined && JSON.stringify(fields(before, path)) !== JSON.stringify(fields(after, path));
  });
}

function pod(object: Json): Json {
  return templateIn(object)?.['spec'] ?? {};
}

function containers(object: Json): Json[] {
  return [...(pod(object)['initContainers'] ?? []), ...(pod(object)['containers'] ?? [])];
}

/** Containers that run together; with init containers come those that the kubelet ends by itself. */
function served(object: Json): Json[] {
  return pod(object)['containers'] ?? [];
}

/** The container of the microservice itself: that of its name, or the first of those that run together. */
function main(object: Json): Json {
  const name: unknown = object['metadata']?.labels?.['app.kubernetes.io/name'];
  return containers(object).find((container) => container['name'] === name) ?? served(object)[0] ?? {};
}

/** Capabilities of containers beside the main one that are more than none. */
function capabilitiesBesideMain(object: Json): unknown[] {
  return containers(object)
    .filter((container) => container !== main(object))
    .map(({ securityContext }) => securityContext?.capabilities as unknown)
    .filter((capabilities) => JSON.stringify(capabilities) !== JSON.stringify({ drop: ['ALL'] }));
}

/** Values that all containers share, each once. A container that a patch adds must have them too. */
function ofContainers(object: Json, value: (container: Json) => unknown): string[] {
  return unique(containers(object).map((container) => JSON.stringify([value(container)])));
}

function ofBoth(field: string): (object: Json) => unknown {
  return (object) => [
    pod(object)['securityContext']?.[field],
    ofContainers(object, ({ securityContext }) => securityContext?.[field]),
  ];
}
