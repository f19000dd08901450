import type { IHorizontalPodAutoscalerSpec } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerSpec';
import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2/MetricSpec';
import { DeploymentWorkload } from '../../program';
import { ScalingMetric, ScalingMetricKind } from '../../values';
import { behaviorOf } from './behavior';
import { mainContainer } from './main-container';
import type { MetricsAdapterNames } from './adapter-names';
import { adapterMetric, externalMetric } from './metrics-adapter';

/** Spec of a HorizontalPodAutoscaler. */
export function horizontalPodAutoscalerSpec(
  facts: DeploymentWorkload,
  signals: readonly ScalingMetric[],
  names: MetricsAdapterNames,
): IHorizontalPodAutoscalerSpec {
  const { min, max } = facts.settings.values.scaling;
  const { apiVersion, kind, name } = facts.object;
  return {
    scaleTargetRef: { apiVersion, kind, name },
    minReplicas: min,
    maxReplicas: max,
    metrics: signals.flatMap((signal) => metricOf(facts, signal, names)),
    behavior: behaviorOf(facts),
  };
}

/** Metric of the autoscaler. Empty without a series, which a finding reports. */
function metricOf(facts: DeploymentWorkload, signal: ScalingMetric, names: MetricsAdapterNames): IMetricSpec[] {
  const { _kind: kind, target } = signal;
  if (kind === ScalingMetricKind.CPU || kind === ScalingMetricKind.MEMORY) {
    // Only of the main container: the idle share of a sidecar would hide its load.
    return [
      {
        type: 'ContainerResource',
        containerResource: {
          name: kind === ScalingMetricKind.CPU ? 'cpu' : 'memory',
          container: mainContainer(facts),
          target: { type: 'Utilization', averageUtilization: target },
        },
      },
    ];
  }
  const metric = adapterMetric(facts, signal, names);
  return metric === undefined ? [] : [externalMetric(metric, signal)];
}
