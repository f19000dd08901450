import { lowestDuring } from '../../cluster/availability';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { obstaclesOf } from './obstacles';
import { lateAmong } from './readiness';
import { Strategy, strategyOf } from './strategy';
import { Workload, workloadsAmong } from './workload';

const ANNOTATION = 'conformance/changed-at';
const SECONDS = 30;
const SECONDS_OF_A_ROUND = 10;

interface Update {
  readonly workload: Workload;
  readonly strategy: Strategy;
  readonly live: KubernetesObject;
}

/** The workloads whose pods a change of the template replaces one after the other. */
export function updatableAmong(objects: readonly LocatedObject[]): Workload[] {
  return workloadsAmong(objects).filter(
    ({
      object: {
        manifest: { kind, spec },
      },
    }) => kind !== 'Job' && spec.updateStrategy?.type !== 'OnDelete',
  );
}

/**
 * Applies a changed pod template of every workload: fewer available pods than its strategy states, or no end, is a
 * problem.
 */
export async function keepsPodsAvailable(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
): Promise<Findings> {
  const updates = await Promise.all(updatableAmong(objects).map((workload) => readUpdate(client, workload)));
  const seconds =
    SECONDS +
    Math.max(
      0,
      ...updates.map(
        ({ strategy: { rounds }, live }) => rounds * (SECONDS_OF_A_ROUND + (live.spec.minReadySeconds ?? 0)),
      ),
    );
  const problems: Problem[] = [];
  const lowest = await lowestDuring(
    client,
    updates.map(({ workload }) => workload.pods),
    async () => {
      problems.push(...(await changeAll(client, updates)));
      for (const late of await lateAmong(
        client,
        updates.map(({ workload }) => workload),
        seconds,
      )) {
        problems.push(
          problemWith(
            late.object,
            `its rolling update has not ended after ${seconds} s: ${await obstaclesOf(client, late)}`,
          ),
        );
      }
    },
  );
  return {
    judged: updates.length,
    problems: [...problems, ...updates.flatMap((update, at) => shortfall(update, lowest[at]!))],
  };
}

async function readUpdate(client: KubernetesClient, workload: Workload): Promise<Update> {
  const live: KubernetesObject = (await client.read(workload.object.manifest)).body;
  return { workload, live, strategy: strategyOf(live) };
}

async function changeAll(client: KubernetesClient, updates: readonly Update[]): Promise<Problem[]> {
  const answers = await Promise.all(
    updates.map(async ({ workload: { object } }) => ({ object, answer: await client.apply(changed(object.manifest)) })),
  );
  return answers
    .filter(({ answer }) => answer.status >= 300)
    .map(({ object, answer }) =>
      problemWith(object, `its changed manifest is refused: ${complaintsOf(answer).join('; ')}`),
    );
}

/** The workload with an annotation that its pods do not have yet. */
export function changed(manifest: KubernetesObject): KubernetesObject {
  const { template } = manifest.spec;
  const annotations = { ...template.metadata.annotations, [ANNOTATION]: new Date().toISOString() };
  return {
    ...manifest,
    spec: { ...manifest.spec, template: { ...template, metadata: { ...template.metadata, annotations } } },
  };
}

function shortfall({ workload: { object }, strategy: { replicas, floor, stated } }: Update, lowest: number): Problem[] {
  if (lowest >= floor) return [];
  return [
    problemWith(
      object,
      `its rolling update left ${lowest} of ${replicas} pods available, at least ${floor} should have stayed: it ` +
        `states ${stated}`,
    ),
  ];
}
