import { ApiObject, App, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { contentAsData, finding, Finding, firstLine, MS0004, Problem } from '../errors';
import { NoNumber } from './emit-yaml';
import { EmittedObject, emitObject } from './emitted-object';

/** An object as it was rendered, and the construct that a finding about it names. */
interface RenderedObject {
  readonly json: unknown;
  readonly construct: IConstruct;
}

/** A chart with its objects in the order of the output. */
export interface OrderedChart {
  readonly chart: Chart;
  readonly objects: readonly ApiObject[];
}

/** A chart with its rendered objects. */
export interface EmittedChart {
  readonly chart: Chart;
  readonly objects: readonly EmittedObject[];
}

/** A finding of an object that cannot be rendered. */
export interface Unrendered {
  readonly finding: Finding;
  /** Its number that JSON does not have. */
  readonly number?: number;
}

/** All charts, and the objects that could not be rendered. */
export interface Rendering {
  readonly charts: readonly EmittedChart[];
  readonly unrendered: readonly Unrendered[];
}

/**
 * Renders each object once, also where an overridden `Chart.toJson` calls super.
 *
 * `callCharts` is false where cdk8s does not call `toJson` either, and `takesData` true where data needs no more than
 * its keys in order.
 */
export function renderCharts(
  charts: readonly OrderedChart[],
  callCharts: boolean,
  takesData: boolean,
  onObject: (object: ApiObject) => void,
): Rendering {
  const unrendered: Unrendered[] = [];
  const byChart = new Map(charts.map((ordered) => [ordered.chart, ordered]));
  const overridden = new Set(
    charts.map(({ chart }) => chart).filter((chart) => callCharts && chart.toJson !== Chart.prototype.toJson),
  );
  /** Kept only where a chart may ask for the objects of another one. */
  const rendered = overridden.size > 0 ? new Map<Chart, readonly RenderedObject[]>() : undefined;
  const origins = new WeakMap<object, IConstruct>();

  const all = redirected(
    (chart) => (byChart.has(chart) ? copies(chart) : undefined),
    () =>
      charts.map(({ chart }) => {
        if (takesData && rendered === undefined)
          return { chart, objects: byChart.get(chart)!.objects.flatMap(emitted) };
        const objects = overridden.has(chart) ? askChart(chart) : objectsOf(chart);
        return { chart, objects: emitAll(objects) };
      }),
  );
  return { charts: all, unrendered };

  function objectsOf(chart: Chart): readonly RenderedObject[] {
    const existing = rendered?.get(chart);
    if (existing !== undefined) return existing;
    const objects = byChart.get(chart)!.objects.flatMap(renderedObject);
    rendered?.set(chart, objects);
    return objects;
  }

  function askChart(chart: Chart): RenderedObject[] {
    return attempt(chart, () =>
      Object.values(chart.toJson()).map((json: unknown) => ({ json, construct: origin(json) ?? chart })),
    );
  }

  /** A copy for each call, because an overridden `toJson` may change the objects that super returned. */
  function copies(chart: Chart): unknown[] {
    return objectsOf(chart).map(({ json, construct }) => {
      const copied = copy(json);
      if (typeof copied === 'object' && copied !== null) origins.set(copied, construct);
      return copied;
    });
  }

  function origin(json: unknown): IConstruct | undefined {
    return typeof json === 'object' && json !== null ? origins.get(json) : undefined;
  }

  function renderedObject(object: ApiObject): RenderedObject[] {
    onObject(object);
    return attempt(object, () => [{ json: object.toJson(), construct: object }]);
  }

  function emitAll(objects: readonly RenderedObject[]): EmittedObject[] {
    return objects
      .filter(({ json }) => json !== undefined && json !== null)
      .flatMap(({ json, construct }) => attempt(construct, () => [emitObject(json, construct)]));
  }

  function emitted(object: ApiObject): EmittedObject[] {
    onObject(object);
    try {
      const data = contentAsData(object);
      if (data !== undefined) return [emitObject(data, object, 'data')];
    } catch {
      // `toJson` says where it is that a value has no form.
    }
    return emitAll(renderedObject(object));
  }

  function attempt<T>(construct: IConstruct, render: () => T[]): T[] {
    try {
      return render();
    } catch (error) {
      unrendered.push({
        finding: finding(construct, unrenderable(construct, error)),
        ...(error instanceof NoNumber && { number: error.value }),
      });
      return [];
    }
  }
}

/** The problem of a construct that throws when it is rendered. */
function unrenderable(construct: IConstruct, error: unknown): Problem {
  const what = ApiObject.isApiObject(construct) ? `${construct.kind} ${construct.name}` : 'the chart';
  // cdk8s says first where it was, which the finding says too.
  const reason = firstLine(error)
    .replace(/^Failed serializing construct at path '.*?' with name '.*?': /, '')
    .replace(/^Error: /, '');
  return {
    definition: MS0004,
    message: `${what} cannot be rendered: ${reason}`,
    given: 'a value or a toJson that throws when it is rendered',
    fix: 'mend the value or the toJson that throws',
  };
}

/**
 * Answers `Chart.toJson` for our charts while `run` runs, because cdk8s validates and resolves the whole app for each
 * call.
 */
function redirected<T>(answer: (chart: Chart) => unknown[] | undefined, run: () => T): T {
  const original = App._synthChart;
  App._synthChart = (chart) => answer(chart) ?? original.call(App, chart);
  try {
    return run();
  } finally {
    App._synthChart = original;
  }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}
