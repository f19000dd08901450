import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { predecessorsOf, withAllBelow } from '../errors';

/** A chart and the constructs whose closest chart it is. */
export interface ChartTree {
  readonly chart: Chart;
  /** The chart itself first, then by path. */
  readonly members: IConstruct[];
  readonly objects: ApiObject[];
}

/** `source` comes after `target`. */
export interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/** The construct tree as a synth reads it, every list in the order of the paths. */
export interface Tree {
  readonly constructs: readonly IConstruct[];
  readonly charts: readonly ChartTree[];
  readonly dependencies: readonly Dependency[];
  /** Kept where no dependency stands against them. */
  readonly preferences: readonly Dependency[];
}

/** Reads the tree in one traversal: parents first, siblings by the code units of their ids. */
export function readTree(root: IConstruct): Tree {
  const constructs = withAllBelow(root, childrenById);
  const charts: ChartTree[] = [];
  const dependencies: Dependency[] = [];
  const trees = new Map<IConstruct | undefined, ChartTree>();
  for (const construct of constructs) {
    const isChart = Chart.isChart(construct);
    const tree = isChart ? { chart: construct, members: [], objects: [] } : trees.get(construct.node.scope);
    if (tree !== undefined && isChart) charts.push(tree);
    if (tree !== undefined) trees.set(construct, tree);
    tree?.members.push(construct);
    if (ApiObject.isApiObject(construct)) tree?.objects.push(construct);
    for (const target of construct.node.dependencies) dependencies.push({ source: construct, target });
  }
  return { constructs, charts, dependencies, preferences: constructs.flatMap(preferencesOf) };
}

function preferencesOf(source: IConstruct): Dependency[] {
  return predecessorsOf(source).map((target) => ({ source, target }));
}

/** The closest chart of a construct, itself included. */
export function closestChart(construct: IConstruct): Chart | undefined {
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    if (Chart.isChart(at)) return at;
  }
  return undefined;
}

function childrenById(construct: IConstruct): readonly IConstruct[] {
  const children = construct.node.children;
  return children.length < 2 ? children : children.sort((a, b) => (a.node.id < b.node.id ? -1 : 1));
}
