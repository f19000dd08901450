import { isAvailable } from '../../cluster/availability';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ZONE_LABEL, ZONES } from '../../cluster/nodes';
import { selects } from '../../cluster/selector';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import { Workload, workloadsAmong } from './workload';

/** The workloads that state at least a pod for every zone. */
export function spreadAmong(objects: readonly LocatedObject[]): Workload[] {
  return workloadsAmong(objects).filter(
    ({
      object: {
        manifest: { kind, spec },
      },
      autoscaler,
    }) =>
      ['Deployment', 'StatefulSet'].includes(kind) &&
      Math.max(spec.replicas ?? 1, autoscaler?.manifest.spec.minReplicas ?? 1) >= ZONES.length,
  );
}

/** Counts the pods of workloads zone by zone: counts further apart than stated are a problem. */
export async function spreadsOverZones(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const nodes = await client.list('v1', 'Node');
  const zones = new Map(nodes.map(({ metadata }) => [metadata.name, metadata.labels?.[ZONE_LABEL]]));
  const pods = (await client.list('v1', 'Pod')).filter(isAvailable);
  const counted = spreadAmong(objects).map((workload) => {
    const places = pods.filter((pod) => selects(workload.pods, pod)).map(({ spec }) => zones.get(spec.nodeName));
    return { object: workload.object, counts: ZONES.map((zone) => places.filter((place) => place === zone).length) };
  });
  const uneven = counted.filter(({ object, counts }) => skewOf(counts) > maxSkewOf(object.manifest));
  return {
    judged: counted.length,
    problems: uneven.map(({ object, counts }) =>
      problemWith(
        object,
        `its ${sum(counts)} pods are ${counts.map((count, at) => `${count} in ${ZONES[at]}`).join(', ')}: ` +
          `${skewOf(counts)} apart, ${maxSkewOf(object.manifest)} at most`,
      ),
    ),
  };
}

/** Difference between the fullest and the emptiest place. */
export function skewOf(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}

/** The skew that a workload states for zones; 1 where it states none. */
export function maxSkewOf({ spec }: KubernetesObject): number {
  const constraints: any[] = spec.template.spec.topologySpreadConstraints ?? [];
  return constraints.find(({ topologyKey }) => topologyKey === ZONE_LABEL)?.maxSkew ?? 1;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
