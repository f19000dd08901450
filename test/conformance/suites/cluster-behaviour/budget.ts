import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { PodSelection, selects } from '../../cluster/selector';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { ofKind, workloadsAmong } from './workload';

/** A PodDisruptionBudget, and what the disruption controller makes of it. */
export interface Budget {
  readonly object: LocatedObject;
  readonly pods: PodSelection;
  /** Number of pods that must stay healthy. */
  readonly minimum: number;
}

/** The PodDisruptionBudgets among objects that are for pods of workloads among them. */
export function budgetsAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  const pods = workloadsAmong(objects).map(
    ({
      object: {
        manifest: { metadata, spec },
      },
    }) => ({ ...spec.template, metadata: { ...spec.template.metadata, namespace: metadata.namespace } }),
  );
  return ofKind(objects, 'PodDisruptionBudget').filter((budget) => pods.some((pod) => selects(podsOf(budget), pod)));
}

/** A budget once the disruption controller has seen that every pod of its is healthy. */
export async function countBudget(client: KubernetesClient, object: LocatedObject): Promise<Budget> {
  const status = async () => (await client.read(object.manifest)).body.status;
  await until(async () => {
    const { currentHealthy, expectedPods } = await status();
    return expectedPods > 0 && currentHealthy >= expectedPods;
  }, 10).catch(() => undefined);
  return { object, pods: podsOf(object), minimum: (await status())?.desiredHealthy ?? 0 };
}

/** The node on which pods of most budgets are, and those budgets. */
export function busiest<T extends Pick<Budget, 'pods'>>(
  pods: readonly KubernetesObject[],
  budgets: readonly T[],
): { readonly node?: string; readonly budgets: readonly T[] } {
  const nodes = [...new Set<string>(pods.flatMap(({ spec }) => spec.nodeName ?? []))].sort();
  const candidates = nodes.map((node) => ({
    node,
    budgets: budgets.filter((budget) => on(node, budget, pods).length > 0),
  }));
  return (
    candidates
      .filter((candidate) => candidate.budgets.length > 0)
      .sort((a, b) => b.budgets.length - a.budgets.length)[0] ?? { budgets: [] }
  );
}

/** The pods of a budget that are on a node. */
export function on(node: string, budget: Pick<Budget, 'pods'>, pods: readonly KubernetesObject[]): KubernetesObject[] {
  return pods.filter((pod) => pod.spec.nodeName === node && selects(budget.pods, pod));
}

/** A budget that states no selector selects nothing. */
function podsOf({ manifest: { metadata, spec } }: LocatedObject): PodSelection {
  return {
    namespace: metadata.namespace,
    selector: spec.selector ?? { matchExpressions: [{ key: 'none', operator: 'In', values: [] }] },
  };
}
