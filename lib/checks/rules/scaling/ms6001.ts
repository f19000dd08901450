import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { ScalingMetric, ScalingMetricKind, isWhole, repeated } from '../../../values';

/** Several metrics of these kinds differ in more than their targets. */
const REPEATABLE: readonly ScalingMetricKind[] = [
  ScalingMetricKind.BACKLOG,
  ScalingMetricKind.SCHEDULE,
  ScalingMetricKind.LATENCY,
];

/** Scaling has a metric, each kind of metric once, and targets that an autoscaler accepts. */
export const MS6001: Rule<Pick<Workload, 'name' | 'settings'>> = {
  code: 'MS6001',
  title: 'invalid metric to scale on',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'There is at least one metric, each kind stands once, and its target is one that an autoscaler accepts: ' +
    'whole percents from 1, requests above 0, whole pieces of work from 1, a percentile above 0 and below 100 ' +
    'with a threshold of whole milliseconds.',
  reads: 'scaling of the microservice',

  evaluate: ({ name, settings }) => {
    const { autoscaled, metrics, _load: load } = settings.values.scaling;
    if (!autoscaled || load !== undefined) return [];
    const once = metrics.map(({ _kind: kind }) => kind).filter((kind) => !REPEATABLE.includes(kind));
    return [
      ...(metrics.length > 0
        ? []
        : [
            {
              message: `${name} is scaled on nothing`,
              given: 'the list of metrics was empty',
              allowed: 'one metric or more',
              fix: 'state a metric to scale on, or Scaling.fixed',
            },
          ]),
      ...repeated(once).map((kind) => ({
        message: `${name} is scaled on ${kind} twice`,
        given: `it stood ${once.filter((each) => each === kind).length} times`,
        allowed: 'each once',
        fix: 'keep the lower target, which asks for more',
      })),
      ...metrics.flatMap((metric) => TARGETS[metric._kind](metric)),
    ];
  },
};

const TARGETS: Readonly<Record<ScalingMetricKind, (metric: ScalingMetric) => Detail[]>> = {
  // MS1021 reports targets of CPU and memory.
  [ScalingMetricKind.CPU]: () => [],
  [ScalingMetricKind.MEMORY]: () => [],
  [ScalingMetricKind.REQUESTS_PER_SECOND]: requests,
  [ScalingMetricKind.CONCURRENCY]: requests,
  [ScalingMetricKind.LATENCY]: latency,
  [ScalingMetricKind.BACKLOG]: backlog,
  // MS6006 reports schedules.
  [ScalingMetricKind.SCHEDULE]: () => [],
};

function requests({ _kind: kind, target }: ScalingMetric): Detail[] {
  return Number.isFinite(target) && target >= 0.001
    ? []
    : [
        {
          message: `the target of ${kind} is invalid`,
          given: `it was ${target} a replica`,
          allowed: 'numbers from 0.001',
          fix: 'state how many one replica is to serve',
        },
      ];
}

function latency({ target, _percentile: percentile }: ScalingMetric): Detail[] {
  return [
    ...(isWhole(target, 1)
      ? []
      : [
          {
            message: 'the latency to scale on is invalid',
            given: `the threshold was ${target} ms`,
            allowed: 'whole milliseconds from 1',
            fix: 'state how long requests may take',
          },
        ]),
    ...(percentile! > 0 && percentile! < 100
      ? []
      : [
          {
            message: 'the percentile to scale on is invalid',
            given: `it was ${percentile}`,
            allowed: 'above 0 and below 100',
            fix: 'state one such as 95',
          },
        ]),
  ];
}

function backlog({ target, _backlog, _source }: ScalingMetric): Detail[] {
  const { name, _kind: kind } = _backlog!;
  return [
    ...(isWhole(target, 1)
      ? []
      : [
          {
            message: `the target of the backlog ${name} is invalid`,
            given: `it was ${target} a replica`,
            allowed: 'whole numbers from 1',
            fix: 'state how much one replica works off in the time that work may wait',
          },
        ]),
    ...(_source === undefined || _source._kind === kind
      ? []
      : [
          {
            message: `the source does not hold the backlog ${name}`,
            given: `the backlog is of ${kind}, the source of ${_source._kind}`,
            allowed: `sources of ${kind}`,
            fix: 'state the broker that the work waits in',
          },
        ]),
  ];
}
