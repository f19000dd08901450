import type { ManifestObject } from '../manifests';
import { Labels, notModelled } from './matching';

/** Pods of one template. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly serviceAccount: string;
  readonly containerPorts: readonly ContainerPort[];
  /** The address of one of its pods; none of them has it really. */
  readonly address: string;
}

/** A port that a container names. */
export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
}

const EXCLUDED_PORTS = 'traffic.sidecar.istio.io/excludeOutboundPorts';

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout', 'ReplicaSet'];

/** Everything in manifests that makes pods. */
export function workloads(manifests: readonly ManifestObject[]): Workload[] {
  return manifests
    .filter(({ kind }) => KINDS.includes(kind))
    .map(({ kind, metadata, ...manifest }, at) => {
      const spec = manifest['spec'] as any;
      const template = kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template;
      const { name, namespace } = metadata;
      if (namespace === undefined) throw new Error(`${kind} ${name} has no namespace`);
      if (template.spec?.hostNetwork === true) notModelled(`hostNetwork of ${kind} ${namespace}/${name}`);
      return {
        kind,
        name,
        namespace,
        labels: template.metadata?.labels ?? {},
        annotations: template.metadata?.annotations ?? {},
        serviceAccount: template.spec?.serviceAccountName ?? 'default',
        containerPorts: (template.spec?.containers ?? []).flatMap((container: any) => container.ports ?? []),
        address: `10.9.${at >> 8}.${at & 255}`,
      };
    });
}

/** Tells if pods have a sidecar: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/ */
export function hasSidecar(workload: Workload, namespaces: ReadonlyMap<string, Labels>): boolean {
  const { kind, name, namespace, labels, annotations } = workload;
  const of = namespaces.get(namespace);
  if (of === undefined)
    throw new Error(
      `nothing is said of the labels of namespace ${namespace}, so ${kind} ${name} may have a sidecar or not`,
    );
  if (of['istio.io/dataplane-mode'] !== undefined || labels['istio.io/dataplane-mode'] !== undefined)
    notModelled(`the ambient mode of ${kind} ${namespace}/${name}`);
  const redirected = Object.keys(annotations).filter(
    (key) => key.startsWith('traffic.sidecar.istio.io/') && key !== EXCLUDED_PORTS,
  );
  if (redirected.length > 0) notModelled(`${redirected.join(', ')} of ${kind} ${namespace}/${name}`);
  // An annotation can only refuse: the webhook asks for labels.
  if (
    (labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject']) === 'false' ||
    of['istio-injection'] === 'disabled'
  )
    return false;
  return (
    labels['sidecar.istio.io/inject'] === 'true' ||
    labels['istio.io/rev'] !== undefined ||
    of['istio-injection'] === 'enabled' ||
    of['istio.io/rev'] !== undefined
  );
}

/** Tells if traffic to a port bypasses the pods' sidecar. The port is the Service's, which the pods call. */
export function isPastSidecar({ kind, namespace, name, annotations }: Workload, port: number): boolean {
  const stated = annotations[EXCLUDED_PORTS] ?? '';
  if (!/^(\d+(,\d+)*)?$/.test(stated)) notModelled(`${EXCLUDED_PORTS}: ${stated} of ${kind} ${namespace}/${name}`);
  return stated.split(',').includes(`${port}`);
}
