import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { templateOf } from '../../cluster/pods';
import type { LocatedObject } from '../../manifests';

/** A port as a policy sees it: the container's. */
export interface ContainerPort {
  readonly number: number;
  readonly protocol: string;
  readonly name?: string;
}

/** A pod as a policy sees it. */
export interface Pod {
  readonly namespace: string;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Relation of an endpoint to the system: a workload of it, an unknown pod in one of its namespaces, or outside. */
export type Role = 'workload' | 'unstated pod' | 'outside' | 'name server';

/** An end of a connection. */
export interface Endpoint {
  /** As messages name it. */
  readonly title: string;
  readonly role: Role;
  /** Name for problems. */
  readonly object?: LocatedObject;
  /** Undefined for an address outside the cluster. */
  readonly pod?: Pod;
  readonly address: string;
  readonly ports: readonly ContainerPort[];
}

/** Namespace of objects without one. */
const DEFAULT_NAMESPACE = 'default';

/** Namespace of an object, stated or by default. */
export function namespaceOf({ metadata }: KubernetesObject): string {
  return metadata.namespace ?? DEFAULT_NAMESPACE;
}

/** The pod of every workload, one of each. */
export function workloadsOf(objects: readonly LocatedObject[]): Endpoint[] {
  return objects.flatMap((object): Endpoint[] => {
    const template = templateOf(object.manifest);
    if (template === undefined) return [];
    return [
      {
        title: titleOf(object.manifest),
        role: 'workload',
        object,
        pod: podIn(objects, namespaceOf(object.manifest), template.metadata?.labels),
        address: '10.0.0.1',
        ports: portsOf(template),
      },
    ];
  });
}

/** A pod without labels in every namespace of the workloads. */
export function unstatedPodsOf(objects: readonly LocatedObject[]): Endpoint[] {
  return namespacesOf(objects).map((namespace): Endpoint => ({
    title: `a pod that nothing states in namespace ${namespace}`,
    role: 'unstated pod',
    object: objects.find(({ manifest }) => manifest.kind === 'Namespace' && manifest.metadata.name === namespace),
    pod: podIn(objects, namespace, {}),
    address: '10.0.0.2',
    ports: [],
  }));
}

/**
 * A pod of somebody else's namespace, and an address of each range that is named; 198.51.100.0/24 is set aside for
 * examples.
 */
export function outsideOf(objects: readonly LocatedObject[]): Endpoint[] {
  const addresses = new Set([
    '198.51.100.7',
    ...rangesIn(objects)
      .map((range) => range.split('/')[0]!)
      .filter((address) => address !== '0.0.0.0' && address !== '::'),
  ]);
  return [
    {
      title: 'a pod without labels in another namespace',
      role: 'outside',
      pod: podIn(objects, 'somebody-elses', {}),
      address: '10.0.0.3',
      ports: [],
    },
    ...[...addresses].map((address): Endpoint => ({
      title: `the address ${address}`,
      role: 'outside',
      address,
      ports: [],
    })),
  ];
}

/** The cluster's name server, where Kubernetes runs it. */
export function nameServer(objects: readonly LocatedObject[]): Endpoint {
  const ports = ['TCP', 'UDP'].map((protocol) => ({ number: 53, protocol }));
  return {
    title: 'the name server',
    role: 'name server',
    pod: podIn(objects, 'kube-system', { 'k8s-app': 'kube-dns' }),
    address: '10.0.0.4',
    ports,
  };
}

function namespacesOf(objects: readonly LocatedObject[]): string[] {
  return [
    ...new Set(
      objects.filter(({ manifest }) => templateOf(manifest) !== undefined).map(({ manifest }) => namespaceOf(manifest)),
    ),
  ];
}

function podIn(objects: readonly LocatedObject[], namespace: string, labels: Pod['labels'] = {}): Pod {
  const stated = objects.find(({ manifest }) => manifest.kind === 'Namespace' && manifest.metadata.name === namespace)
    ?.manifest.metadata.labels;
  return { namespace, labels, namespaceLabels: { ...stated, 'kubernetes.io/metadata.name': namespace } };
}

function portsOf({ spec }: any): ContainerPort[] {
  // A sidecar is an init container that stays.
  return [...spec.containers, ...(spec.initContainers ?? [])]
    .flatMap(({ ports = [] }: any) => ports)
    .map(({ containerPort, protocol = 'TCP', name }: any) => ({ number: containerPort, protocol, name }));
}

function rangesIn(objects: readonly LocatedObject[]): string[] {
  return objects.flatMap(({ manifest: { kind, spec } }): string[] => {
    if (kind === 'Service') return spec.loadBalancerSourceRanges ?? [];
    if (kind !== 'NetworkPolicy') return [];
    const peers = [
      ...(spec.ingress ?? []).flatMap(({ from = [] }: any) => from),
      ...(spec.egress ?? []).flatMap(({ to = [] }: any) => to),
    ];
    return peers.flatMap(({ ipBlock }: any) =>
      ipBlock === undefined ? [] : [ipBlock.cidr, ...(ipBlock.except ?? [])],
    );
  });
}
