import type { LocatedObject, System } from '../../manifests';
import { Context, Findings, Suite } from '../../suite';
import { CLUSTER_JUDGES } from '../../suite-judges';
import { autoscaledAmong, isTakenByAutoscalers, leavesReplicasToAutoscalers } from './autoscaling';
import { budgetsAmong } from './budget';
import { drainsWithinBudgets } from './drain';
import { inParallel } from './in-parallel';
import { planted } from './planted';
import { becomesReady } from './readiness';
import { keepsReplicasBeforePartitions, partitionedAmong } from './partition';
import { keepsPodsAvailable, updatableAmong } from './rolling-update';
import { runsOnSchedule, scheduledAmong } from './schedule';
import { NODES, SimulatedCluster, withCluster } from './simulated-cluster';
import { spreadAmong, spreadsOverZones } from './spread';
import { ofKind, workloadsAmong } from './workload';

/** Number of clusters at once. They wait for pods most of the time. */
const CLUSTERS = 4;

/** Something that is asked of a system, where it has what the question is about. */
interface Question {
  readonly statement: string;
  readonly about: (objects: readonly LocatedObject[]) => readonly unknown[];
  readonly ask: (cluster: SimulatedCluster, objects: readonly LocatedObject[]) => Promise<Findings>;
}

/** Asked first: what does not stand says nothing about the rest. */
const READINESS: Question = {
  statement: 'all workloads become Ready',
  about: workloadsAmong,
  ask: ({ client }, objects) => becomesReady(client, objects),
};

/** In an order in which each leaves a system that the next can be asked of. */
const QUESTIONS: readonly Question[] = [
  {
    statement: 'replicas spread over the zones',
    about: spreadAmong,
    ask: ({ client }, objects) => spreadsOverZones(client, objects),
  },
  {
    statement: 'the controller takes every autoscaler',
    about: (objects) => ofKind(objects, 'HorizontalPodAutoscaler'),
    ask: ({ client }, objects) => isTakenByAutoscalers(client, objects),
  },
  {
    statement: 'applying again leaves replicas to the autoscalers',
    about: autoscaledAmong,
    // Two pods of a workload on each node make the drain that follows wait for its budget.
    ask: ({ client }, objects) => leavesReplicasToAutoscalers(client, objects, 2 * NODES),
  },
  {
    statement: 'a node is drained within the disruption budgets',
    about: budgetsAmong,
    ask: (cluster, objects) => drainsWithinBudgets(cluster, objects),
  },
  {
    statement: 'a rolling update keeps as many pods available as stated',
    about: updatableAmong,
    ask: ({ client }, objects) => keepsPodsAvailable(client, objects),
  },
  {
    statement: 'an update leaves the replicas before a partition as they are',
    about: partitionedAmong,
    ask: ({ client }, objects) => keepsReplicasBeforePartitions(client, objects),
  },
  // The pods of the version before must not have mattered.
  {
    statement: 'replicas spread over the zones after a rolling update',
    about: spreadAmong,
    ask: ({ client }, objects) => spreadsOverZones(client, objects),
  },
  {
    statement: 'a run of every schedule comes to its end',
    about: scheduledAmong,
    ask: ({ client }, objects) => runsOnSchedule(client, objects),
  },
];

/** Applies manifests to real controllers. */
export const clusterBehaviour: Suite = {
  name: 'cluster-behaviour',
  decides:
    'on real controllers and simulated nodes, workloads become Ready, spread, scale, drain, update and run as stated',
  judges: [...CLUSTER_JUDGES, 'rollouts-controller', 'kubectl'],
  needs: ['namespaces'],
  load: { seconds: 180, cores: 0.9 },
  run: async (context) => {
    const systems = context.systems.filter(({ objects }) => workloadsAmong(objects).length > 0);
    await inParallel(CLUSTERS, [
      ...systems.map((system, at) => () => judgeSystem(context, system, `cluster-${at + 1}`)),
      () => planted(context),
    ]);
    // A user's manifests need not have everything; the applications of this repository show all of it.
    if (context.applications)
      await context.judge('all systems', 'every question was about something', () => Promise.resolve(covered(systems)));
  },
};

/** Each system has a cluster of its own: two may share a namespace. */
async function judgeSystem({ judge }: Context, { name, objects }: System, clusterName: string): Promise<void> {
  await withCluster(clusterName, objects, async (cluster, placed) => {
    let stands = false;
    await judge(name, READINESS.statement, async () => {
      const findings = await READINESS.ask(cluster, placed);
      stands = findings.problems.length === 0;
      return findings;
    });
    for (const { statement, ask } of stands ? QUESTIONS.filter(({ about }) => about(placed).length > 0) : []) {
      await judge(name, statement, () => ask(cluster, placed));
    }
  });
}

function covered(systems: readonly System[]): Findings {
  const open = QUESTIONS.filter(({ about }) => systems.every(({ objects }) => about(objects).length === 0));
  return {
    judged: QUESTIONS.length,
    problems: open.map(({ statement }) => ({ message: `no system has anything that could show: ${statement}` })),
  };
}
