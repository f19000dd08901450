import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { PodSelection } from '../../cluster/selector';
import type { LocatedObject } from '../../manifests';

/** An object that pods come from. */
export interface Workload {
  readonly object: LocatedObject;
  /** Its pods. */
  readonly pods: PodSelection;
  /** The HorizontalPodAutoscaler that decides its replicas. */
  readonly autoscaler?: LocatedObject;
}

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];

/** The workloads among objects that are meant to run. */
export function workloadsAmong(objects: readonly LocatedObject[]): Workload[] {
  const autoscalers = ofKind(objects, 'HorizontalPodAutoscaler');
  return objects
    .filter(({ manifest: { kind, spec } }) => KINDS.includes(kind) && spec.suspend !== true && spec.paused !== true)
    .map((object) => ({
      object,
      pods: { namespace: object.manifest.metadata.namespace, selector: selectorOf(object.manifest) },
      autoscaler: autoscalers.find(({ manifest }) => isTarget(manifest, object.manifest)),
    }));
}

/** The objects of a kind. */
export function ofKind(objects: readonly LocatedObject[], kind: string): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.kind === kind);
}

/** Tells if an autoscaler targets a workload. */
export function isTarget(
  { metadata, spec: { scaleTargetRef } }: KubernetesObject,
  workload: KubernetesObject,
): boolean {
  return (
    metadata.namespace === workload.metadata.namespace &&
    (scaleTargetRef.kind ?? 'Deployment') === workload.kind &&
    scaleTargetRef.name === workload.metadata.name
  );
}

/** A Job's selector is made by the API server, unless it is told otherwise. */
function selectorOf({ metadata, spec }: KubernetesObject): any {
  return spec.selector ?? { matchLabels: { 'batch.kubernetes.io/job-name': metadata.name } };
}
