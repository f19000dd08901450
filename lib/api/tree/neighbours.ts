import type { IConstruct } from 'constructs';
import type { IdentityFacts } from '../../checks';
import { podLabels, selectorOf } from '../../emit/kubernetes';
import type { Workload, WorkloadDefinition } from '../../program';
import { Registry } from './registry';

/** A workload among those of its namespace. */
interface Neighbour {
  readonly construct: IConstruct;
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly resolved: () => Workload;
}

/** Workloads by each label of their pods, in their cluster and namespace. */
const BY_LABEL = new Registry<string, Neighbour>();

/** Workloads by the ServiceAccount of their pods. */
const BY_ACCOUNT = new Registry<string, Neighbour>();

/** Adds a workload to those of its namespace. */
export function addNeighbour(construct: IConstruct, definition: WorkloadDefinition, resolved: () => Workload): void {
  const labels = podLabels(definition);
  const neighbour = { construct, id: definition.endpoint.id, labels, resolved };
  for (const label of Object.entries(labels)) BY_LABEL.add(construct, keyOf(definition, ...label), neighbour);
  BY_ACCOUNT.add(construct, keyOf(definition, definition.account.name), neighbour);
}

/** A workload beside those whose pods its selector selects, and those that share its account. */
export function besideOthers(construct: IConstruct, workload: Workload): IdentityFacts {
  const others = (all: readonly Neighbour[]) =>
    // Of two with one id, which a finding reports, nothing else is said.
    all.filter(({ id }) => id !== workload.endpoint.id);
  const selector = Object.entries(selectorOf(workload));
  // The rarest of its labels leads to few pods.
  const [fewest = []] = selector
    .map((label) => BY_LABEL.entries(construct, keyOf(workload, ...label)))
    .sort((a, b) => a.length - b.length);
  return {
    workload,
    alsoSelected: others(fewest)
      .filter(({ labels }) => selector.every(([key, value]) => labels[key] === value))
      .map((each) => each.construct.node.path)
      .sort(),
    sharers: others(BY_ACCOUNT.entries(construct, keyOf(workload, workload.account.name)))
      .map((each) => ({ path: each.construct.node.path, workload: each.resolved() }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function keyOf({ cluster, namespace }: Pick<WorkloadDefinition, 'cluster' | 'namespace'>, ...rest: string[]): string {
  return JSON.stringify([cluster.name, namespace, ...rest]);
}
