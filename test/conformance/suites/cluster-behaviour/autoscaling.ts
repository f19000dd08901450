import { applyAll } from '../../cluster/apply';
import { KubernetesClient, messageOf } from '../../cluster/kubernetes-client';
import { titleOf } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';
import { objectionTo } from './autoscaler-status';
import { lateAmong, secondsFor } from './readiness';
import { isTarget, ofKind, Workload, workloadsAmong } from './workload';

const AUTOSCALER = 'kube-controller-manager';

/** Longest wait for the controller's look at an autoscaler, in seconds: it looks each second, on busy cores later. */
const LONGEST_WAIT = 90;

/**
 * A workload and what decides its replicas: a HorizontalPodAutoscaler, or a ScaledObject, of which KEDA would make one.
 */
export interface Autoscaled extends Workload {
  readonly scaler: LocatedObject;
}

/** The workloads that an autoscaler scales. */
export function autoscaledAmong(objects: readonly LocatedObject[]): Autoscaled[] {
  const scaledObjects = ofKind(objects, 'ScaledObject');
  return workloadsAmong(objects).flatMap((workload) => {
    const scaler =
      workload.autoscaler ?? scaledObjects.find(({ manifest }) => isTarget(manifest, workload.object.manifest));
    return scaler === undefined ? [] : [{ ...workload, scaler }];
  });
}

/**
 * Waits until the controller has looked at every HorizontalPodAutoscaler; what it objects to is a problem, but for
 * metrics, which nobody serves here.
 */
export async function isTakenByAutoscalers(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  seconds = LONGEST_WAIT,
): Promise<Findings> {
  const autoscalers = ofKind(objects, 'HorizontalPodAutoscaler');
  const problems = await Promise.all(
    autoscalers.map(async (autoscaler): Promise<Problem[]> => {
      let objection: string | undefined;
      const isTaken = async () => {
        objection = objectionTo((await client.read(autoscaler.manifest)).body.status);
        return objection === undefined;
      };
      return until(isTaken, seconds).then(
        () => [],
        () => [problemWith(autoscaler, `the controller does not take it: ${objection}`)],
      );
    }),
  );
  return { judged: autoscalers.length, problems: problems.flat() };
}

/**
 * Scales as an autoscaler would, and applies the system again: a conflict, or other replicas than before, is a problem.
 */
export async function leavesReplicasToAutoscalers(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  most: number,
): Promise<Findings> {
  const scaled = autoscaledAmong(objects);
  const replicas = await Promise.all(scaled.map((workload) => scale(client, workload, most)));
  // What a delivery controller owns beside replicas, the suite about it judges.
  const refused = (await applyAll(client, objects)).filter(
    ({ answer }) => answer.status >= 300 && !/conflict with "rollouts-controller"/.test(messageOf(answer)),
  );
  const changed = await Promise.all(scaled.map((workload, at) => changeOf(client, workload, replicas[at]!)));
  // Whatever is asked next is asked about a system that stands.
  await lateAmong(client, scaled, secondsFor(scaled));
  return {
    judged: scaled.length,
    problems: [
      ...refused.map(({ object, answer }) =>
        problemWith(object, `it cannot be applied again once it was scaled: ${messageOf(answer)}`),
      ),
      ...changed.flat(),
    ],
  };
}

/** Asks for as many replicas as an autoscaler may, up to a number. */
async function scale(
  client: KubernetesClient,
  { object: { manifest }, scaler }: Autoscaled,
  most: number,
): Promise<number> {
  const { spec } = scaler.manifest;
  const replicas = Math.min(
    spec.maxReplicas ?? spec.maxReplicaCount,
    Math.max(spec.minReplicas ?? spec.minReplicaCount ?? 1, most),
  );
  await client.request('PATCH', `${await client.pathOf(manifest)}/scale`, {
    query: { fieldManager: AUTOSCALER },
    body: { spec: { replicas } },
    contentType: 'application/merge-patch+json',
  });
  return replicas;
}

async function changeOf(
  client: KubernetesClient,
  { object, scaler }: Autoscaled,
  replicas: number,
): Promise<Problem[]> {
  const now = (await client.read(object.manifest)).body.spec.replicas;
  return now === replicas
    ? []
    : [
        problemWith(
          object,
          `applying it again changed its replicas from ${replicas} to ${now}, which ${titleOf(scaler.manifest)} ` +
            'decides',
        ),
      ];
}
