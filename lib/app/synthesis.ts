import { App, Chart, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Finding, isError, renderedFindings, renderingOnce, unusedAcknowledgements, WORKLOAD } from '../errors';
import { orderCharts } from './chart-order';
import { duplicateFindings } from './duplicates';
import { EmittedObject } from './emitted-object';
import { fileFindings, PlannedFile, planFiles } from './files';
import { keepsData } from './keeps-data';
import { fileHeader, METADATA_FILE } from './marker';
import { orderObjects } from './object-order';
import { Count, Progress, SILENT } from './progress';
import { OrderedChart, renderCharts, type Unrendered } from './render';
import { closestChart, Dependency, readTree, Tree } from './tree';
import { validateConstruct } from './validate';

/** All that a synth finds and would write. */
export interface Synthesis {
  readonly findings: readonly Finding[];
  /** Content by path, relative to the folder of the app. */
  readonly files: ReadonlyMap<string, string>;
  /** Workloads of the library. */
  readonly services: number;
  readonly objects: number;
  /** The files of objects before they were text. */
  readonly planned: readonly PlannedFile[];
  /** All objects as one stream of documents. */
  readonly yaml: () => string;
}

/** Options of a synth. */
export interface Purpose {
  readonly recordConstructMetadata: boolean;
  /** True for one stream without files: cdk8s then calls `toJson` of each chart for every output type. */
  readonly stream: boolean;
  readonly progress?: Progress;
}

/** Validates, orders and renders an app in one pass each. Writes nothing. */
export function synthesize(app: App, purpose: Purpose): Synthesis {
  return renderingOnce(app, () => {
    const tree = readTree(app);
    const services = tree.constructs.filter(isWorkload).length;
    const { progress = SILENT } = purpose;
    const checked = eachWorkload(progress.counting('checking', services, 'services'));
    const stated = tree.constructs.flatMap((construct) => {
      checked(construct);
      return validateConstruct(construct);
    });
    const rendered = eachWorkload(progress.counting('rendering', services, 'services'));
    const { charts, indexed, findings: chartFindings } = orderAll(tree);
    const rendering = renderCharts(
      charts,
      purpose.stream || app.yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      keepsData(app),
      (object) => {
        rendered(object.node.scope);
      },
    );
    const objects = rendering.charts.flatMap((chart) => chart.objects);
    const planned = planFiles(rendering.charts, {
      outputType: app.yamlOutputType,
      extension: app.outputFileExtension,
      indexed,
    });
    const findings = [
      ...stated,
      ...chartFindings,
      ...unexplained(rendering.unrendered, stated, charts),
      ...charts.flatMap((chart) => chart.objects.flatMap(renderedFindings)),
      ...objects.flatMap(({ findings: own }) => own),
      ...duplicateFindings(objects),
      ...fileFindings(planned),
    ];
    // Asked last: any finding above may have used one.
    const unused = tree.constructs.flatMap(unusedAcknowledgements);
    const files = new Map(planned.map((file) => [file.path, fileHeader(file.path) + stream(file.objects)]));
    if (purpose.recordConstructMetadata) files.set(METADATA_FILE, constructMetadata(charts));
    const counts = { services, objects: objects.length };
    return { findings: [...findings, ...unused], ...counts, files, planned, yaml: () => `---\n${stream(objects)}` };
  });
}

function isWorkload(construct: IConstruct | undefined): construct is IConstruct {
  return construct !== undefined && WORKLOAD in construct;
}

/** Counts each workload once. */
function eachWorkload(count: Count): (construct: IConstruct | undefined) => void {
  const seen = new Set<IConstruct>();
  return (construct) => {
    if (!isWorkload(construct) || seen.has(construct)) return;
    seen.add(construct);
    count();
  };
}

/**
 * Objects that cannot be rendered, but for those of a construct that has been found fault with, and those with a
 * number that a finding of a chart names, such as a port of the platform: the one follows from the other.
 */
function unexplained(
  unrendered: readonly Unrendered[],
  stated: readonly Finding[],
  charts: readonly OrderedChart[],
): Finding[] {
  if (unrendered.length === 0) return [];
  const errors = stated.filter(isError);
  const faulty = new Set(errors.map(({ path }) => path));
  // A chart holds too much for all its faults to explain those of an object.
  const paths = new Set(charts.map(({ chart }) => chart.node.path));
  for (const path of paths) faulty.delete(path);
  const given = errors.filter(({ path }) => paths.has(path)).map((error) => error.given.split(/[^-\w]+/));
  const scopes = (path: string) => path.split('/').map((_, at, ids) => ids.slice(0, at + 1).join('/'));
  return unrendered
    .filter(({ number }) => number === undefined || !given.some((words) => words.includes(`${number}`)))
    .map(({ finding }) => finding)
    .filter(({ path }) => !scopes(path).some((scope) => faulty.has(scope)));
}

interface OrderedCharts {
  readonly charts: readonly OrderedChart[];
  readonly indexed: boolean;
  readonly findings: readonly Finding[];
}

function orderAll(tree: Tree): OrderedCharts {
  const { charts, indexed, findings } = orderCharts(tree);
  const [dependencies, preferences] = [withinCharts(tree.dependencies), withinCharts(tree.preferences)];
  const ordered = charts.map((tree) => ({
    chart: tree.chart,
    ...orderObjects(tree, dependencies.get(tree.chart) ?? [], preferences.get(tree.chart) ?? []),
  }));
  return { charts: ordered, indexed, findings: [...findings, ...ordered.flatMap((chart) => chart.findings)] };
}

/** Dependencies between constructs of one chart, by the chart. */
function withinCharts(dependencies: readonly Dependency[]): ReadonlyMap<Chart, readonly Dependency[]> {
  const within = new Map<Chart, Dependency[]>();
  for (const dependency of dependencies) {
    const chart = closestChart(dependency.source);
    if (chart === undefined || chart !== closestChart(dependency.target)) continue;
    const list = within.get(chart);
    if (list === undefined) within.set(chart, [dependency]);
    else list.push(dependency);
  }
  return within;
}

function stream(objects: readonly EmittedObject[]): string {
  return objects.map(({ text }) => text).join('---\n');
}

/** The same file as cdk8s's: for each name of an object the path of its construct. */
function constructMetadata(charts: readonly OrderedChart[]): string {
  const objects = charts.flatMap((chart) => chart.objects);
  const resources = Object.fromEntries(objects.map((object) => [object.name, { path: object.node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}
