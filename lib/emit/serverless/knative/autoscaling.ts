import { FunctionWorkload, FunctionScale } from '../../../program';
import { ScalingMetricKind } from '../../../values';

const AUTOSCALING = 'autoscaling.knative.dev';
const MEBIBYTE = 1024 * 1024;

/** Knative's names of the metrics that it scales on. */
const METRICS: Readonly<
  Partial<Record<ScalingMetricKind, { readonly class: 'kpa' | 'hpa'; readonly metric: string }>>
> = {
  [ScalingMetricKind.CONCURRENCY]: { class: 'kpa', metric: 'concurrency' },
  [ScalingMetricKind.REQUESTS_PER_SECOND]: { class: 'kpa', metric: 'rps' },
  [ScalingMetricKind.CPU]: { class: 'hpa', metric: 'cpu' },
  [ScalingMetricKind.MEMORY]: { class: 'hpa', metric: 'memory' },
};

/** Tells if a HorizontalPodAutoscaler scales the function, which keeps at least one replica. */
export function isScaledByHpa({ kind }: Pick<FunctionScale, 'kind'>): boolean {
  return METRICS[kind]?.class === 'hpa';
}

/** Tells if Knative can scale on the metric. */
export function canScaleOn(kind: ScalingMetricKind): boolean {
  return METRICS[kind] !== undefined;
}

/**
 * Autoscaling annotations of a revision.
 *
 * All of them are stated, since a cluster may have other defaults.
 */
export function autoscalingAnnotations({
  scale,
  settings,
}: Pick<FunctionWorkload, 'scale' | 'settings'>): Record<string, string> {
  const { min, max, kind, target, utilization, scaleDownDelay } = scale;
  const { class: name, metric } = METRICS[kind] ?? METRICS[ScalingMetricKind.CONCURRENCY]!;
  return {
    [`${AUTOSCALING}/class`]: `${name}.${AUTOSCALING}`,
    [`${AUTOSCALING}/metric`]: metric,
    // In percent of the request for CPU, in whole mebibytes for memory.
    [`${AUTOSCALING}/target`]: numeral(
      kind === ScalingMetricKind.MEMORY ? Math.max(1, Math.floor(memoryTarget(settings, target))) : target,
    ),
    ...(name === 'kpa' && { [`${AUTOSCALING}/target-utilization-percentage`]: numeral(utilization) }),
    [`${AUTOSCALING}/min-scale`]: String(min),
    [`${AUTOSCALING}/max-scale`]: String(max),
    ...(name === 'kpa' &&
      scaleDownDelay !== undefined && { [`${AUTOSCALING}/scale-down-delay`]: `${scaleDownDelay}s` }),
  };
}

function memoryTarget({ values }: FunctionWorkload['settings'], percent: number): number {
  return ((values.resources.memory.request ?? 0) * percent) / 100 / MEBIBYTE;
}

/** Two decimals are more than the autoscaler makes use of. */
function numeral(value: number): string {
  return String(Number(value.toFixed(2)));
}
