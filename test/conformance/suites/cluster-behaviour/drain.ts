import { lowestDuring } from '../../cluster/availability';
import { programPath } from '../../judges';
import type { LocatedObject } from '../../manifests';
import { Outcome, run } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';
import { Budget, budgetsAmong, busiest, countBudget, on } from './budget';
import { obstaclesOf } from './obstacles';
import { lateAmong, secondsFor } from './readiness';
import type { SimulatedCluster } from './simulated-cluster';
import { workloadsAmong } from './workload';

/** Options of a node drain. */
export interface DrainOptions {
  /**
   * Time limit in seconds.
   *
   * @default - what it takes when every pod of the node is kept back once
   */
  readonly seconds?: number;
  /**
   * Time limit in seconds for replaced pods to become Ready.
   *
   * @default - as long as they may take at first
   */
  readonly settling?: number;
  /** More arguments of `kubectl drain`. */
  readonly more?: readonly string[];
}

const SECONDS = 15;
/** kubectl asks again after 5 s where a budget refuses an eviction. */
const SECONDS_OF_A_POD = 6;

/**
 * Drains the node that most budgets have pods on: fewer available pods than a budget wants, or a drain that it keeps
 * from ending, is a problem.
 */
export async function drainsWithinBudgets(
  cluster: SimulatedCluster,
  objects: readonly LocatedObject[],
  { seconds, settling, more = [] }: DrainOptions = {},
): Promise<Findings> {
  const { client } = cluster;
  const all = await Promise.all(budgetsAmong(objects).map((object) => countBudget(client, object)));
  const pods = await client.list('v1', 'Pod');
  const { node, budgets } = busiest(pods, all);
  if (node === undefined) return { judged: 0, problems: [] };
  const most = Math.max(...budgets.map((budget) => on(node, budget, pods).length));
  const problems: Problem[] = [];
  const lowest = await lowestDuring(
    client,
    budgets.map((budget) => budget.pods),
    async () => {
      const { status, stderr } = await drain(cluster, node, seconds ?? SECONDS + SECONDS_OF_A_POD * most, more);
      if (status !== 0) problems.push(...(await blockersOf(cluster, node, budgets, stderr)));
      // A pod that finds no other node may be why a budget keeps the rest.
      problems.push(...(await missingAfter(cluster, objects, node, status === 0 ? settling : 0)));
    },
  );
  await kubectl(cluster, ['uncordon', node]);
  return {
    judged: budgets.length,
    problems: [...problems, ...budgets.flatMap((budget, at) => shortfall(budget, lowest[at]!, node))],
  };
}

function drain(cluster: SimulatedCluster, node: string, seconds: number, more: readonly string[]): Promise<Outcome> {
  return kubectl(cluster, [
    'drain',
    node,
    '--ignore-daemonsets',
    '--delete-emptydir-data',
    `--timeout=${seconds}s`,
    ...more,
  ]);
}

function kubectl({ kubeconfig, folder }: SimulatedCluster, args: readonly string[]): Promise<Outcome> {
  return run(programPath('kubectl'), ['--kubeconfig', kubeconfig, ...args], { env: { KUBECACHEDIR: folder } });
}

async function blockersOf(
  { client }: SimulatedCluster,
  node: string,
  budgets: readonly Budget[],
  stderr: string,
): Promise<Problem[]> {
  const left = await client.list('v1', 'Pod');
  const blockers = budgets.filter((budget) => on(node, budget, left).length > 0);
  if (blockers.length === 0) return [{ object: `Node ${node}`, message: `it cannot be drained: ${stderr.trim()}` }];
  return Promise.all(
    blockers.map(async ({ object }) => {
      const { currentHealthy, desiredHealthy, disruptionsAllowed } = (await client.read(object.manifest)).body.status;
      return problemWith(
        object,
        `it keeps the drain of node ${node} from ending: it allows ${disruptionsAllowed} disruptions, ` +
          `${currentHealthy} pods are healthy, ${desiredHealthy} must be`,
      );
    }),
  );
}

async function missingAfter(
  { client }: SimulatedCluster,
  objects: readonly LocatedObject[],
  node: string,
  seconds?: number,
): Promise<Problem[]> {
  const workloads = workloadsAmong(objects);
  const late = await lateAmong(client, workloads, seconds ?? secondsFor(workloads));
  return Promise.all(
    late.map(async (workload) =>
      problemWith(
        workload.object,
        `it is not Ready again after the drain of node ${node}: ${await obstaclesOf(client, workload)}`,
      ),
    ),
  );
}

function shortfall({ object, minimum }: Budget, lowest: number, node: string): Problem[] {
  return lowest >= minimum
    ? []
    : [problemWith(object, `the drain of node ${node} left ${lowest} pods available, it wants ${minimum}`)];
}
