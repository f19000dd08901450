import { all, find, ManifestObject } from '../support/manifests';

type Labels = Readonly<Record<string, string>>;

/** References of manifests to objects that none of them has. Empty where everything resolves. */
export function danglingReferences(manifests: readonly ManifestObject[]): string[] {
  const problems: string[] = [];
  const demand = (condition: boolean, text: string) => condition || problems.push(text);
  const deployments = [
    ...all(manifests, 'Deployment'),
    ...all(manifests, 'StatefulSet'),
    ...all(manifests, 'DaemonSet'),
  ];
  const exists = (kind: string, namespace: string, name: string) =>
    manifests.some(
      (each) => each.kind === kind && each.metadata.namespace === namespace && each.metadata.name === name,
    );
  const selected = (namespace: string, selector: Labels) =>
    deployments.filter(
      (each) =>
        each.metadata.namespace === namespace &&
        Object.entries(selector).every(([key, value]) => each.spec.template.metadata.labels[key] === value),
    );

  for (const { kind, metadata, spec } of deployments) {
    const at = `${kind} ${metadata.namespace}/${metadata.name}`;
    const pod = spec.template.spec;
    const containers = [...(optional(pod.initContainers) ?? []), ...pod.containers];
    const claims = 'volumeClaimTemplates' in spec ? (optional(spec.volumeClaimTemplates) ?? []) : [];
    const volumes = [
      ...(optional(pod.volumes) ?? []).map(({ name }) => name),
      ...claims.map(({ metadata: { name } }) => name),
    ];
    const mounted = containers.flatMap(({ volumeMounts }) => (optional(volumeMounts) ?? []).map(({ name }) => name));
    demand(
      selected(metadata.namespace, spec.selector.matchLabels).length === 1,
      `${at} selects other pods than its own`,
    );
    demand(exists('ServiceAccount', metadata.namespace, pod.serviceAccountName), `${at} has no service account`);
    demand(
      mounted.every((name) => volumes.includes(name)),
      `${at} mounts a volume that it does not have`,
    );
    demand(
      volumes.every((name) => mounted.includes(name)),
      `${at} has a volume that nothing mounts`,
    );
    for (const { labelSelector } of optional(pod.topologySpreadConstraints) ?? []) {
      demand(
        selected(metadata.namespace, labelSelector.matchLabels).length === 1,
        `${at} is spread against other pods`,
      );
    }
  }
  for (const { metadata, spec } of all(manifests, 'Service')) {
    const at = `Service ${metadata.namespace}/${metadata.name}`;
    const [target, ...others] = selected(metadata.namespace, spec.selector);
    demand(target !== undefined && others.length === 0, `${at} selects pods of ${others.length + 1} workloads`);
    const served = target?.spec.template.spec.containers.flatMap(({ ports }) => optional(ports) ?? []) ?? [];
    for (const { targetPort, protocol } of optional(spec.ports) ?? []) {
      demand(
        served.some((port) => port.containerPort === targetPort && port.protocol === protocol),
        `${at} leads to ${String(targetPort)}/${protocol}, which no container has`,
      );
    }
  }
  for (const { metadata, spec } of all(manifests, 'HorizontalPodAutoscaler')) {
    const at = `HorizontalPodAutoscaler ${metadata.namespace}/${metadata.name}`;
    const { kind, name: scaled } = spec.scaleTargetRef;
    const target = find(manifests, kind as 'Deployment', `${metadata.namespace}/${scaled}`);
    demand(optional(target.spec.replicas) === undefined, `${at} shares the number of replicas with its workload`);
    for (const { containerResource } of spec.metrics) {
      const container = target.spec.template.spec.containers.find(({ name }) => name === containerResource.container);
      demand(
        container !== undefined && Object.hasOwn(container.resources.requests, containerResource.name),
        `${at} measures a container that asks for no ${containerResource.name}`,
      );
    }
  }
  for (const { metadata, spec } of all(manifests, 'PodDisruptionBudget')) {
    demand(
      selected(metadata.namespace, spec.selector.matchLabels).length === 1,
      `PodDisruptionBudget ${metadata.namespace}/${metadata.name} selects other pods than those of one workload`,
    );
  }
  for (const { metadata, spec } of all(manifests, 'NetworkPolicy')) {
    const labels = optional(spec.podSelector.matchLabels);
    demand(
      labels === undefined || selected(metadata.namespace, labels).length === 1,
      `NetworkPolicy ${metadata.namespace}/${metadata.name} selects other pods than those of one workload`,
    );
  }
  for (const kind of ['AuthorizationPolicy', 'PeerAuthentication'] as const) {
    for (const { metadata, spec } of all(manifests, kind)) {
      const labels = optional(spec.selector)?.matchLabels;
      demand(
        labels === undefined || selected(metadata.namespace, labels).length === 1,
        `${kind} ${metadata.namespace}/${metadata.name} selects other pods than those of one workload`,
      );
    }
  }
  const entries = all(manifests, 'ServiceEntry');
  /** Tells if a name leads to a Service or an external service that has the port, where one is given. */
  const leads = (host: string, port?: number) => {
    const [name, namespace, ...domain] = host.split('.');
    const services =
      domain.join('.') !== 'svc.cluster.local'
        ? []
        : all(manifests, 'Service').filter(
            ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
          );
    const ports = [
      ...services.flatMap(({ spec }) => (optional(spec.ports) ?? []).map((each) => each.port)),
      ...entries
        .filter(({ spec }) => spec.hosts.includes(host))
        .flatMap(({ spec }) => spec.ports.map((each) => each.number)),
    ];
    return port === undefined ? ports.length > 0 : ports.includes(port);
  };
  for (const { metadata, spec } of all(manifests, 'VirtualService')) {
    const at = `VirtualService ${metadata.namespace}/${metadata.name}`;
    for (const gateway of optional(spec.gateways) ?? [])
      demand(
        exists('Gateway', ...(gateway.split('/') as [string, string])),
        `${at} is bound to a gateway that there is not`,
      );
    demand(spec.http.length > 0, `${at} has no routes`);
    for (const { destination } of spec.http.flatMap(({ route }) => route))
      demand(
        leads(destination.host, destination.port.number),
        `${at} leads to ${destination.host}:${destination.port.number}, which there is not`,
      );
  }
  for (const { metadata, spec } of all(manifests, 'DestinationRule'))
    demand(
      leads(spec.host),
      `DestinationRule ${metadata.namespace}/${metadata.name} is about ${spec.host}, which there is not`,
    );
  for (const { metadata, spec } of all(manifests, 'Sidecar')) {
    demand(
      selected(metadata.namespace, spec.workloadSelector.labels).length === 1,
      `Sidecar ${metadata.namespace}/${metadata.name} selects other pods than those of one workload`,
    );
  }
  for (const kind of ['VirtualService', 'DestinationRule', 'ServiceEntry'] as const) {
    const hosts = all(manifests, kind).flatMap(({ spec }) => ('host' in spec ? [spec.host] : spec.hosts));
    demand(new Set(hosts).size === hosts.length, `two of ${kind} are about one host`);
  }
  for (const { metadata, roleRef, subjects } of all(manifests, 'RoleBinding')) {
    demand(
      exists(roleRef.kind, metadata.namespace, roleRef.name),
      `RoleBinding ${metadata.name} binds a role that there is not`,
    );
    demand(
      subjects.every(({ kind, namespace, name }) => exists(kind, namespace, name)),
      `RoleBinding ${metadata.name} binds to nobody`,
    );
  }
  return problems;
}

/** A field that may be missing, although parsed objects are typed as if they had all. */
function optional<T>(value: T): T | undefined {
  return value;
}
