import type { QueriedSeries } from '../../../support/promql';
import { Labels, labelsFor, opposite } from './labels';
import type { StatedObjective } from './objectives';
import { istioRequests } from './istio-requests';

/** A counter that grows with a share of good and of bad requests. */
export interface Counter {
  readonly metric: string;
  readonly labels: Labels;
  readonly ofGood: number;
  readonly ofBad: number;
}

/** Samples while requests go to a microservice. */
export interface Requests {
  /** Requests that the objective is about. */
  readonly counted: readonly Counter[];
  /** Requests that it is not about: all of them are bad, all the time. */
  readonly others: readonly Counter[];
}

/** Formats of bucket bounds: before Prometheus 3, and since. */
export const NOTATIONS = ['250', '250.0'] as const;
export type Notation = (typeof NOTATIONS)[number];

/**
 * Series of requests to the microservice of an objective: Istio's as Istio makes them, an application's as the rules
 * select them.
 */
export function requestsOf(objective: StatedObjective, notation: Notation): Requests {
  return objective.total.some(({ metric }) => metric.startsWith('istio_'))
    ? istioRequests(objective, notation)
    : applicationRequests(objective, notation);
}

/**
 * Counters of a histogram of durations: a good request took no longer than the threshold, which the objective's name
 * says.
 */
export function histogram(name: string, labels: Labels, thresholdMillis: number, notation: Notation): Counter[] {
  const threshold = name.endsWith('_milliseconds') ? thresholdMillis : thresholdMillis / 1000;
  const bucket = (bound: number | '+Inf', ofGood: number, ofBad: number): Counter => ({
    metric: `${name}_bucket`,
    labels: { ...labels, le: written(bound, notation) },
    ofGood,
    ofBad,
  });
  return [
    bucket(threshold / 10, 0, 0),
    bucket(threshold, 1, 0),
    bucket(threshold * 10, 1, 1),
    bucket('+Inf', 1, 1),
    { metric: `${name}_count`, labels, ofGood: 1, ofBad: 1 },
  ];
}

/** The threshold of an objective of latency, in milliseconds; none of another one. */
export function thresholdOf({ objective }: Pick<StatedObjective, 'objective'>): number | undefined {
  const [, millis] = /^latency-(\d+(?:\.\d+)?)ms/.exec(objective) ?? [];
  return millis === undefined ? undefined : Number(millis);
}

function applicationRequests(objective: StatedObjective, notation: Notation): Requests {
  const { namespace, microservice, total, bad } = objective;
  const threshold = thresholdOf(objective);
  const counted =
    threshold === undefined
      ? results(total[0]!, bad)
      : histogram(total[0]!.metric.replace(/_count$/, ''), labelsFor(total[0]!.matchers), threshold, notation);
  const elsewhere = (own: string) =>
    counted.map((counter): Counter => {
      const labels = Object.fromEntries(
        Object.entries(counter.labels).map(([label, value]) => [label, value === own ? `not-${own}` : value]),
      );
      if (JSON.stringify(labels) === JSON.stringify(counter.labels))
        throw new Error(`${counter.metric} of others than ${namespace}/${microservice} is counted: no label is ${own}`);
      return { ...counter, labels };
    });
  return { counted, others: [...elsewhere(namespace), ...elsewhere(microservice)] };
}

/** One counter of requests that end well, and one for each way in which they end badly. */
function results(total: QueriedSeries, bad: readonly QueriedSeries[]): Counter[] {
  const known = new Set(total.matchers.map((matcher) => JSON.stringify(matcher)));
  const failures = bad.flatMap(({ matchers }) =>
    matchers.filter((matcher) => !known.has(JSON.stringify(matcher))).slice(0, 1),
  );
  return [
    { metric: total.metric, labels: labelsFor([...total.matchers, ...failures.map(opposite)]), ofGood: 1, ofBad: 0 },
    ...bad.map(({ metric, matchers }) => ({
      metric,
      labels: labelsFor([...total.matchers, ...matchers]),
      ofGood: 0,
      ofBad: 1 / bad.length,
    })),
  ];
}

function written(bound: number | '+Inf', notation: Notation): string {
  return Number.isInteger(bound) && notation === '250.0'
    ? `${bound}.0`
    : `${Number.isInteger(bound) || bound === '+Inf' ? bound : Number(bound.toPrecision(6))}`;
}
