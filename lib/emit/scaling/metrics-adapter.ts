import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2/MetricSpec';
import type { IMetricIdentifier } from 'kubernetes-models/autoscaling/v2/MetricIdentifier';
import { DeploymentWorkload, requestSeries } from '../../program';
import { Matcher, re2Alternatives, ScalingMetric, ScalingMetricKind, Series } from '../../values';
import { sumOf } from './query';
import type { MetricsAdapterNames } from './adapter-names';

/** A metric of an adapter: its name, and the labels by which its series is selected. */
export interface AdapterMetric {
  readonly name: string;
  /** Values of which one is there, by the label. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** Name that the adapter serves a metric under. Undefined where no series measures it. */
export function adapterMetric(
  facts: DeploymentWorkload,
  { _kind: kind, _percentile, _backlog }: ScalingMetric,
  names: MetricsAdapterNames,
): AdapterMetric | undefined {
  if (_backlog !== undefined)
    return {
      name: _backlog.metric,
      labels: Object.fromEntries(Object.entries(_backlog.labels).map(([label, value]) => [label, [value]])),
    };
  const series = requestSeries(facts);
  const named = (name: string | undefined, from: Series | undefined) =>
    name === undefined || from === undefined
      ? undefined
      : { name, labels: Object.fromEntries(from.matchers.map((matcher) => [matcher.label, valuesOf(matcher)])) };
  switch (kind) {
    case ScalingMetricKind.REQUESTS_PER_SECOND:
      return named(names.requestsPerSecond, series?.total[0]);
    case ScalingMetricKind.CONCURRENCY:
      return named(names.concurrency, series?.duration && sumOf(series.duration));
    case ScalingMetricKind.LATENCY:
      return named(
        names.latency && `${names.latency}_p${`${_percentile}`.replace('.', '_')}`,
        series?.duration?.buckets,
      );
    default:
      return undefined;
  }
}

/** The values that a matcher lets through: one, or those that a regular expression lists. */
function valuesOf({ operator, value }: Matcher): string[] {
  return operator === '=~' ? re2Alternatives(value) : [value];
}

/** A metric of an adapter, as a HorizontalPodAutoscaler asks for it. */
export function externalMetric({ name, labels }: AdapterMetric, { _kind: kind, target }: ScalingMetric): IMetricSpec {
  const isLatency = kind === ScalingMetricKind.LATENCY;
  return {
    type: 'External',
    external: {
      metric: { name, selector: selectorOf(labels) },
      // Latency does not become less by being divided by the number of replicas.
      target: isLatency
        ? { type: 'Value', value: quantity(target / 1000) }
        : { type: 'AverageValue', averageValue: quantity(target) },
    },
  };
}

function selectorOf(labels: AdapterMetric['labels']): NonNullable<IMetricIdentifier['selector']> {
  const all = Object.entries(labels);
  const several = all.filter(([, values]) => values.length > 1);
  return {
    matchLabels: Object.fromEntries(
      all.filter(([, values]) => values.length === 1).map(([key, [value]]) => [key, value!]),
    ),
    ...(several.length > 0 && {
      matchExpressions: several.map(([key, values]) => ({ key, operator: 'In', values: [...values] })),
    }),
  };
}

/** A number as Kubernetes writes quantities: in thousandths where it is not whole. */
export function quantity(value: number): string {
  return Number.isInteger(value) ? `${value}` : `${Math.max(1, Math.round(value * 1000))}m`;
}
