import { type About, constant, type Situations, situation } from './situation';
import { seriesName } from './unit-test';

/** Situations of the alerts of agents; metrics are those of kube-state-metrics. */
export const SITUATIONS_OF_AGENTS: Readonly<Record<string, (about: About) => Situations>> = {
  AgentPodsMissing: ({ namespace, name, rule }) => {
    const pods = (words: string, available: number, updated = 3, daemonset = name) =>
      situation(words, {
        [number('desired_number_scheduled', namespace, daemonset)]: constant(3),
        [number('number_available', namespace, daemonset)]: constant(available),
        [number('updated_number_scheduled', namespace, daemonset)]: constant(updated),
      });
    const goesOn = rule.expr.includes('updated_number_scheduled') ? [pods('an update goes on', 2, 1)] : [];
    return {
      fires: [pods('one of three nodes lacks a pod', 2), pods('all do', 0)],
      silent: [pods('each node has a pod', 3), pods('a neighbour has none', 0, 3, `${name}-db`), ...goesOn],
    };
  },
  AgentPodsMisplaced: ({ namespace, name }) => {
    const misplaced = (words: string, count: number, daemonset = name) =>
      situation(words, { [number('number_misscheduled', namespace, daemonset)]: constant(count) });
    return {
      fires: [misplaced('a node that should have none has a pod', 1)],
      silent: [misplaced('no node has', 0), misplaced('a neighbour has one', 1, `${name}-db`)],
    };
  },
};

function number(metric: string, namespace: string, daemonset: string): string {
  return seriesName(`kube_daemonset_status_${metric}`, { namespace, daemonset });
}
