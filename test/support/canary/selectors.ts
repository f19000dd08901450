import type { Workload } from '../decision/decision';
import { selectsLabels } from '../decision/matching';
import { Manifest, Objects, ofKind } from './cluster';
import type { Stage } from './stage';

type Labels = Readonly<Record<string, string>>;

/** Paths of label selectors for pods, by group and kind. */
const SELECTING: readonly (readonly [string, string, (spec: any) => Labels | undefined])[] = [
  ['networking.k8s.io', 'NetworkPolicy', (spec) => spec.podSelector?.matchLabels],
  ['security.istio.io', 'AuthorizationPolicy', (spec) => spec.selector?.matchLabels],
  ['security.istio.io', 'PeerAuthentication', (spec) => spec.selector?.matchLabels],
  ['networking.istio.io', 'Sidecar', (spec) => spec.workloadSelector?.labels],
  ['telemetry.istio.io', 'Telemetry', (spec) => spec.selector?.matchLabels],
  ['policy', 'PodDisruptionBudget', (spec) => spec.selector?.matchLabels],
  ['monitoring.coreos.com', 'PodMonitor', (spec) => spec.selector?.matchLabels],
];

/** Reports selectors that miss pods of a version, or select pods of another microservice. */
export function selectorFaults({ objects, of }: Stage, workloads: readonly Workload[]): string[] {
  const pods = workloads.filter(({ namespace }) => namespace === of.namespace);
  return [
    ...SELECTING.flatMap(([group, kind, labelsOf]) =>
      ofKind(objects, group, kind).flatMap(({ metadata, spec }) => {
        const labels = labelsOf(spec) ?? {};
        if (metadata.namespace !== of.namespace || Object.keys(labels).length === 0) return [];
        return coverFaults(
          pods.filter((pod) => selectsLabels(labels, pod.labels)),
          pods,
        ).map((fault) => `${kind} ${metadata.name} ${fault}`);
      }),
    ),
    ...ofKind(objects, 'monitoring.coreos.com', 'ServiceMonitor')
      .filter(({ metadata }) => metadata.namespace === of.namespace)
      .flatMap((monitor) => scrapeFaults(objects, monitor, pods)),
    ...[...ofKind(objects, 'apps', 'Deployment'), ...ofKind(objects, 'apps', 'ReplicaSet')]
      .filter(({ metadata }) => metadata.namespace === of.namespace)
      .flatMap((workload) => ownFaults(workload, pods)),
  ];
}

/** All pods of one service account. */
function coverFaults(selected: readonly Workload[], pods: readonly Workload[]): string[] {
  const [first, ...others] = [...new Set(selected.map(({ serviceAccount }) => serviceAccount))];
  if (first === undefined) return ['selects no pods'];
  if (others.length > 0) return [`selects pods of ${[first, ...others].join(' and ')}`];
  return pods
    .filter((pod) => pod.serviceAccount === first && !selected.includes(pod))
    .map(({ name }) => `does not select the pods of ${name}`);
}

/** By Services, and each pod once: what is asked twice counts twice. */
function scrapeFaults(objects: Objects, { metadata, spec }: Manifest, pods: readonly Workload[]): string[] {
  const services = ofKind(objects, '', 'Service').filter(
    (each) =>
      each.metadata.namespace === metadata.namespace &&
      selectsLabels(spec.selector.matchLabels, each.metadata['labels'] ?? {}),
  );
  const selected = services.flatMap((service) =>
    pods.filter((pod) => selectsLabels(service.spec.selector, pod.labels)),
  );
  const twice = [...new Set(selected.filter((pod, at) => selected.indexOf(pod) !== at))];
  return [
    ...coverFaults(selected, pods),
    ...twice.map(({ name }) => `selects the pods of ${name} by several Services`),
  ].map((fault) => `ServiceMonitor ${metadata.name} ${fault}`);
}

/** A controller counts its own pods, and spreads them. */
function ownFaults({ kind, metadata: { name }, spec }: Manifest, pods: readonly Workload[]): string[] {
  const own = pods.filter((pod) => pod.name === name);
  const others = (labels: Labels) =>
    pods.filter((pod) => selectsLabels(labels, pod.labels) && pod.serviceAccount !== own[0]?.serviceAccount);
  const selects = (labels: Labels) => own.every((pod) => selectsLabels(labels, pod.labels));
  const foreign = pods.filter((pod) => pod.name !== name && selectsLabels(spec.selector.matchLabels, pod.labels));
  return [
    ...(selects(spec.selector.matchLabels) ? [] : ['does not select its own pods']),
    ...foreign.map((pod) => `selects the pods of ${pod.name}`),
    ...((spec.template.spec.topologySpreadConstraints ?? []) as any[]).flatMap(
      ({ topologyKey, labelSelector, matchLabelKeys = [] }) => [
        ...(selects(labelSelector.matchLabels) ? [] : [`does not count its own pods by ${topologyKey}`]),
        ...others(labelSelector.matchLabels).map((pod) => `counts the pods of ${pod.name} by ${topologyKey}`),
        // Deployments' and ReplicaSets' own controllers add the one, Argo Rollouts the other.
        ...(matchLabelKeys as string[])
          .filter((key) => key !== (kind === 'Deployment' ? 'pod-template-hash' : 'rollouts-pod-template-hash'))
          .map((key) => `spreads by ${key}, which its pods do not have`),
      ],
    ),
  ].map((fault) => `${kind} ${name} ${fault}`);
}
