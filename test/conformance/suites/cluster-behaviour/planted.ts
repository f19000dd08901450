import { deleteAll } from '../../cluster/apply';
import { ZONE_LABEL } from '../../cluster/nodes';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { Context, Findings } from '../../suite';
import { isTakenByAutoscalers, leavesReplicasToAutoscalers } from './autoscaling';
import { drainsWithinBudgets } from './drain';
import { keepsReplicasBeforePartitions } from './partition';
import { AUTOSCALER, budget, cronJob, deployment, plantedIn, spread, statefulSet } from './planted-manifests';
import { becomesReady } from './readiness';
import { changed, keepsPodsAvailable } from './rolling-update';
import { runsOnSchedule } from './schedule';
import { NODES, SimulatedCluster, withCluster } from './simulated-cluster';
import { spreadsOverZones } from './spread';

/** Long enough for what would become Ready to become so. */
const SECONDS = 10;

/** Shows that the suite finds what it is there to find. */
export async function planted({ findsPlanted }: Context): Promise<void> {
  await withCluster('cluster-planted', [], async (cluster) => {
    const { client } = cluster;
    const unprofiled = plantedIn('unprofiled', deployment({ pod: { securityContext: { runAsNonRoot: true } } }));
    await findsPlanted(
      {
        name: 'pods without a seccomp profile',
        object: 'Deployment unprofiled/cart',
        message: /FailedCreate: .*violates PodSecurity "restricted.*seccompProfile/,
      },
      () => becomesReady(client, unprofiled, SECONDS),
    );

    const unplaced = plantedIn('unplaced', deployment({ pod: { nodeSelector: { 'example.com/disk': 'fast' } } }));
    await findsPlanted(
      {
        name: 'pods that no node can take',
        object: 'Deployment unplaced/cart',
        message: /Unschedulable: 0\/6 nodes are available.*node affinity/,
      },
      () => becomesReady(client, unplaced, SECONDS),
    );

    const piled = plantedIn('piled', deployment({ pod: { nodeSelector: { [ZONE_LABEL]: 'zone-b' } } }));
    await findsPlanted(
      {
        name: 'pods that pile up in a zone',
        object: 'Deployment piled/cart',
        message: /0 in zone-a, 3 in zone-b, 0 in zone-c: 3 apart/,
      },
      () => onceReady(cluster, piled, () => spreadsOverZones(client, piled)),
    );

    const contested = plantedIn('contested', deployment({ spec: { replicas: 3 } }), AUTOSCALER);
    await findsPlanted(
      {
        name: 'replicas beside an autoscaler',
        object: 'Deployment contested/cart',
        message: /conflict with "kube-controller-manager".*\.spec\.replicas/s,
      },
      () => onceReady(cluster, contested, () => leavesReplicasToAutoscalers(client, contested, 5)),
    );

    const mistaken = plantedIn('mistaken', deployment({}), {
      ...AUTOSCALER,
      spec: { ...AUTOSCALER.spec, scaleTargetRef: { ...AUTOSCALER.spec.scaleTargetRef, name: 'carts' } },
    });
    await findsPlanted(
      {
        name: 'an autoscaler of nothing',
        object: 'HorizontalPodAutoscaler mistaken/cart',
        message: /FailedGetScale: .*"carts" not found/,
      },
      () => onceReady(cluster, mistaken, () => isTakenByAutoscalers(client, mistaken, 15)),
    );

    const unavailable = plantedIn(
      'unavailable',
      deployment({ spec: { strategy: { rollingUpdate: { maxUnavailable: '100%', maxSurge: 0 } } } }),
    );
    await findsPlanted(
      {
        name: 'a strategy that keeps no pod',
        object: 'Deployment unavailable/cart',
        message: /left 0 of 3 pods available, at least 1 .*maxUnavailable 100%/,
      },
      () => onceReady(cluster, unavailable, () => keepsPodsAvailable(client, unavailable)),
    );

    const blocked = plantedIn('blocked', deployment({}), budget({ maxUnavailable: 0 }));
    await findsPlanted(
      {
        name: 'a budget that no drain gets past',
        object: 'PodDisruptionBudget blocked/cart',
        message: /from ending: it allows 0 disruptions, 3 pods are healthy, 3 must be/,
      },
      () => onceReady(cluster, blocked, () => drainsWithinBudgets(cluster, blocked, { seconds: SECONDS })),
    );

    const stranded = plantedIn(
      'stranded',
      deployment({ spec: { replicas: NODES }, pod: { topologySpreadConstraints: [spread('kubernetes.io/hostname')] } }),
      budget({ maxUnavailable: 1 }),
    );
    await findsPlanted(
      {
        name: 'pods that no other node may take',
        object: 'Deployment stranded/cart',
        message:
          /not Ready again after the drain of node zone-.*Unschedulable: 0\/6 nodes.*topology spread constraints/,
      },
      () =>
        onceReady(cluster, stranded, () =>
          drainsWithinBudgets(cluster, stranded, { seconds: SECONDS, settling: SECONDS }),
        ),
    );

    // Two pods on each node: without Honor, the drained node would count as one that holds too few.
    const evenly = { topologySpreadConstraints: [spread('kubernetes.io/hostname', { nodeTaintsPolicy: 'Honor' })] };
    const ignored = plantedIn(
      'ignored',
      deployment({ spec: { replicas: 2 * NODES }, pod: evenly }),
      budget({ maxUnavailable: 1 }),
    );
    await findsPlanted(
      {
        name: 'a drain that does not ask budgets',
        object: 'PodDisruptionBudget ignored/cart',
        message: /left 10 pods available, it wants 11/,
      },
      () => onceReady(cluster, ignored, () => drainsWithinBudgets(cluster, ignored, { more: ['--disable-eviction'] })),
    );

    const exchanged = plantedIn('exchanged', statefulSet(2));
    await findsPlanted(
      {
        name: 'an update that goes past its partition',
        object: 'StatefulSet exchanged/cart',
        message: /exchanged replica 0, its partition is 2/,
      },
      () => onceReady(cluster, exchanged, () => keepsReplicasBeforePartitions(client, exchanged, withoutPartition)),
    );

    const unrun = plantedIn('unrun', cronJob({ nodeSelector: { 'example.com/disk': 'fast' } }));
    await findsPlanted(
      { name: 'a schedule whose pods no node can take', object: 'CronJob unrun/cart', message: /no run has succeeded/ },
      () => onceReady(cluster, unrun, () => runsOnSchedule(client, unrun, SECONDS)),
    );
  });
}

function withoutPartition(manifest: KubernetesObject): KubernetesObject {
  const { spec, ...object } = changed(manifest);
  return { ...object, spec: { ...spec, updateStrategy: { type: 'RollingUpdate' } } };
}

/** Judges what has become Ready, and deletes it: no other drain is to wait for it. */
async function onceReady(
  { client }: SimulatedCluster,
  objects: readonly LocatedObject[],
  judge: () => Promise<Findings>,
): Promise<Findings> {
  try {
    const ready = await becomesReady(client, objects);
    return ready.problems.length > 0 ? ready : await judge();
  } finally {
    await deleteAll(client, objects);
  }
}
