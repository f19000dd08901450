type Json = Record<string, any>;

/** Where the fields stand that a setting decides; a platform that requires the setting protects them from patches. */
const FIELDS: Readonly<Record<string, (object: Json) => unknown>> = {
  labels: (object) => [object['metadata']?.labels, object['spec']?.template?.metadata?.labels],
  annotations: (object) => object['metadata']?.annotations,
  podAnnotations: (object) => object['spec']?.template?.metadata?.annotations,
  imagePullPolicy: (object) => containers(object).map(({ imagePullPolicy }) => imagePullPolicy),
  imagePullSecrets: (object) => pod(object)['imagePullSecrets'],
  resources: (object) => containers(object).map(({ resources }) => resources),
  scaling: (object) => [object['spec']?.replicas, object['spec']?.minReplicas, object['spec']?.maxReplicas, object['spec']?.metrics],
  disruptionBudget: (object) => (object['kind'] === 'PodDisruptionBudget' ? object['spec'] : undefined),
  longestRequest: (object) => [pod(object)['terminationGracePeriodSeconds'], containers(object).map(({ lifecycle }) => lifecycle)],
  endpointPropagation: (object) => containers(object).map(({ lifecycle }) => lifecycle),
  startupTime: (object) => containers(object).map(({ startupProbe }) => startupProbe),
  minReady: (object) => object['spec']?.minReadySeconds,
  security: (object) => [pod(object)['securityContext'], containers(object).map(({ securityContext }) => securityContext), HOST.map((field) => pod(object)[field])],
  topologySpread: (object) => pod(object)['topologySpreadConstraints'],
  nodeSelector: (object) => pod(object)['nodeSelector'],
  tolerations: (object) => pod(object)['tolerations'],
  priorityClassName: (object) => pod(object)['priorityClassName'],
  networkPolicy: (object) => (object['kind'] === 'NetworkPolicy' ? object['spec'] : undefined),
};

/** Fields that lead out of the pod, whatever its containers may do. */
const HOST = ['hostNetwork', 'hostPID', 'hostIPC', 'volumes', 'serviceAccountName', 'automountServiceAccountToken'];

/** The settings among those given whose fields differ between two forms of an object. */
export function changedSettings(settings: readonly string[], before: Json, after: Json): string[] {
  return settings.filter((setting) => {
    const fields = FIELDS[setting];
    return fields !== undefined && JSON.stringify(fields(before)) !== JSON.stringify(fields(after));
  });
}

function pod(object: Json): Json {
  return object['spec']?.template?.spec ?? {};
}

function containers(object: Json): Json[] {
  return [...(pod(object)['initContainers'] ?? []), ...(pod(object)['containers'] ?? [])];
}
