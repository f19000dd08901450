import { bounded, every, exactlyOne, Rule } from './rule';
import { checkSelector } from './selector';
import { checkShare } from './workload';

/** Field that each type of metric wants. */
const METRICS: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};
const TARGETS: Readonly<Record<string, string>> = {
  AverageValue: 'averageValue',
  Utilization: 'averageUtilization',
  Value: 'value',
};
const MOST_STABILIZATION_SECONDS = 3600;
const MOST_PERIOD_SECONDS = 1800;

export const SCALING_RULES: readonly Rule[] = [
  every('HorizontalPodAutoscaler', 'its minimum is 1 or more and at most its maximum', function* ({ spec }) {
    const { minReplicas = 1, maxReplicas } = spec ?? { maxReplicas: 0 };
    yield* bounded(minReplicas, 1, Infinity, '/spec/minReplicas');
    yield* bounded(maxReplicas, Math.max(1, minReplicas), Infinity, '/spec/maxReplicas');
  }),

  every(
    'HorizontalPodAutoscaler',
    'a metric has the field of its type, and a target its value',
    function* ({ spec: { metrics = [] } = { maxReplicas: 0 } as never }) {
      for (const [index, metric] of metrics.entries()) {
        const path = `/spec/metrics/${index}`;
        const field = METRICS[metric.type];
        if (field === undefined)
          yield { path: `${path}/type`, message: `must be one of ${Object.keys(METRICS).join(', ')}` };
        yield* exactlyOne(metric, Object.values(METRICS), path);
        if (field !== undefined && !Object.hasOwn(metric, field))
          yield { path, message: `must have ${field} with type ${metric.type}` };
        const { target } =
          metric.containerResource ?? metric.external ?? metric.object ?? metric.pods ?? metric.resource ?? {};
        if (target === undefined) continue;
        const value = TARGETS[target.type];
        if (value === undefined || !Object.hasOwn(target, value))
          yield { path, message: `a target of type ${target.type} must have ${value ?? 'another type'}` };
        yield* bounded(target.averageUtilization, 1, Infinity, `${path}/target/averageUtilization`);
      }
    },
  ),

  every('HorizontalPodAutoscaler', 'its behaviour has policies and periods in range', function* ({ spec }) {
    for (const [direction, rules] of Object.entries(spec?.behavior ?? {})) {
      const { stabilizationWindowSeconds, policies } = rules ?? {};
      const path = `/spec/behavior/${direction}`;
      yield* bounded(stabilizationWindowSeconds, 0, MOST_STABILIZATION_SECONDS, `${path}/stabilizationWindowSeconds`);
      if (policies?.length === 0) yield { path: `${path}/policies`, message: 'must not be empty' };
      for (const [index, { value, periodSeconds, type }] of (policies ?? []).entries()) {
        yield* bounded(value, 1, Infinity, `${path}/policies/${index}/value`);
        yield* bounded(periodSeconds, 1, MOST_PERIOD_SECONDS, `${path}/policies/${index}/periodSeconds`);
        if (!['Pods', 'Percent'].includes(type))
          yield { path: `${path}/policies/${index}/type`, message: 'must be Pods or Percent' };
      }
    }
  }),

  every('PodDisruptionBudget', 'it states one of minAvailable and maxUnavailable', function* ({ spec = {} }) {
    yield* exactlyOne(spec, ['minAvailable', 'maxUnavailable'], '/spec');
    for (const field of ['minAvailable', 'maxUnavailable'] as const)
      if (spec[field] !== undefined) yield* checkShare(spec[field], `/spec/${field}`, 100);
  }),

  every('PodDisruptionBudget', 'it selects pods by labels', function* ({ spec = {} }) {
    yield* checkSelector(spec.selector, '/spec/selector');
  }),
];
