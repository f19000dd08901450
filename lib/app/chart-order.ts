import { Chart } from 'cdk8s';
import { Finding, finding, MS0013 } from '../errors';
import { cycleFinding } from './cycle';
import { closestChart, ChartTree, Tree } from './tree';
import { Edge, sortTopologically } from './topology';

/** The charts in the order of the output. */
export interface ChartOrder {
  readonly charts: readonly ChartTree[];
  /**
   * Tells if file names carry the position of their chart, as in cdk8s when charts depend on each other or are nested.
   */
  readonly indexed: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Orders charts by nesting (a chart follows its direct child charts), then by the dependencies of their constructs,
 * then by path.
 */
export function orderCharts({ charts, dependencies, preferences }: Tree): ChartOrder {
  const positions = new Map(charts.map(({ chart }, position) => [chart, position]));
  const edges: Edge[] = [];
  const findings: Finding[] = [];
  let indexed = false;

  for (const { chart } of charts) {
    const parent = chart.node.scope;
    if (parent === undefined || !Chart.isChart(parent)) continue;
    indexed = true;
    edges.push({
      before: positions.get(chart)!,
      after: positions.get(parent)!,
      reason: `${parent.node.path} contains the chart ${chart.node.path}`,
    });
  }
  for (const { source, target } of dependencies) {
    const [sourceChart, targetChart] = [closestChart(source), closestChart(target)];
    const reason = `${source.node.path} depends on ${target.node.path}`;
    if (sourceChart === undefined || targetChart === undefined) {
      findings.push(
        finding(source, {
          definition: MS0013,
          message: 'a dependency leads out of the charts',
          given: reason,
          allowed: 'charts and constructs within charts',
          fix: 'add the dependency between the charts',
        }),
      );
    } else if (sourceChart !== targetChart) {
      indexed = true;
      const before = positions.get(targetChart);
      // A chart of another app is synthesized there and orders nothing here.
      if (before !== undefined) edges.push({ before, after: positions.get(sourceChart)!, reason });
    }
  }
  const preferred = preferences.flatMap(({ source, target }): Edge[] => {
    const [after, before] = [source, target].map((end) => positions.get(closestChart(end)!));
    return before === undefined || after === undefined || before === after ? [] : [{ before, after }];
  });
  const { order, cycles } = sortTopologically(charts.length, edges, preferred);
  // Names of files tell the order of charts where that of their ids is another.
  indexed ||= order.some((position, at) => position !== at);
  for (const cycle of cycles) findings.push(cycleFinding(cycle, (position) => charts[position]!.chart));
  return { charts: order.map((position) => charts[position]!), indexed, findings };
}
