import type { Problem } from '../../../errors';
import { Workload } from '../../../program';
import { ScalingMetric, ScalingMetricKind } from '../../../values';
import { isWhole, repeated, Rule } from '../../rule';

/** What is scaled on can be aimed at, and each kind stands once. */
export const scalingMetrics: Rule<Workload> = ({ name, settings }) => {
  const { autoscaled, metrics, _load: load } = settings.values.scaling;
  if (!autoscaled || load !== undefined) return [];
  const once = metrics
    .filter(
      ({ _kind: kind }) =>
        kind !== ScalingMetricKind.BACKLOG && kind !== ScalingMetricKind.SCHEDULE && kind !== ScalingMetricKind.LATENCY,
    )
    .map(({ _kind: kind }) => kind);
  return [
    ...(metrics.length > 0
      ? []
      : [
          problem(
            `${name} is scaled on nothing`,
            'the list of metrics was empty',
            'one metric or more',
            'state what to scale on, or Scaling.fixed',
          ),
        ]),
    ...repeated(once).map((kind) =>
      problem(
        `${name} is scaled on ${kind} twice`,
        `it stood ${once.filter((each) => each === kind).length} times`,
        'each once',
        'keep the lower target, which asks for more',
      ),
    ),
    ...metrics.flatMap((metric) => TARGETS[metric._kind](metric)),
  ];
};

const TARGETS: Readonly<Record<ScalingMetricKind, (metric: ScalingMetric) => Problem[]>> = {
  // Reported with the number of replicas.
  [ScalingMetricKind.CPU]: () => [],
  [ScalingMetricKind.MEMORY]: () => [],
  [ScalingMetricKind.REQUESTS_PER_SECOND]: positive,
  [ScalingMetricKind.CONCURRENCY]: positive,
  [ScalingMetricKind.LATENCY]: ({ target, _percentile: percentile }) => [
    ...(isWhole(target, 1)
      ? []
      : [
          problem(
            'the latency to scale on is none',
            `the threshold was ${target} ms`,
            'whole milliseconds from 1',
            'state how long requests may take',
          ),
        ]),
    ...(percentile! > 0 && percentile! < 100
      ? []
      : [
          problem(
            'the percentile to scale on is none',
            `it was ${percentile}`,
            'above 0 and below 100',
            'state one such as 95',
          ),
        ]),
  ],
  [ScalingMetricKind.BACKLOG]: ({ target, _backlog, _source }) => [
    ...(isWhole(target, 1)
      ? []
      : [
          problem(
            `nothing can wait for each replica in ${_backlog!.name}`,
            `it was ${target}`,
            'whole numbers from 1',
            'state how much one replica works off in the time that work may wait',
          ),
        ]),
    ...(_source === undefined || _source._kind === _backlog!._kind
      ? []
      : [
          problem(
            `the source knows nothing of ${_backlog!.name}`,
            `the backlog is of ${_backlog!._kind}, the source of ${_source._kind}`,
            `sources of ${_backlog!._kind}`,
            'state the broker that the work waits in',
          ),
        ]),
  ],
  // Reported with the schedule.
  [ScalingMetricKind.SCHEDULE]: () => [],
};

function positive({ _kind: kind, target }: ScalingMetric): Problem[] {
  return Number.isFinite(target) && target >= 0.001
    ? []
    : [
        problem(
          `the number of ${kind} is none`,
          `it was ${target} a replica`,
          'numbers from 0.001',
          'state how many one replica is to serve',
        ),
      ];
}

function problem(message: string, given: string, allowed: string, fix: string): Problem {
  return { code: 'MS6001', message, given, allowed, fix };
}
