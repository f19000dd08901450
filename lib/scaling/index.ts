export { Autoscaling } from './autoscaling';
export { FEATURE_OF, ScalingFeature, type ScalingFeatureTable, type ScalingSupport } from './features';
export { HorizontalPodAutoscaling, type HorizontalPodAutoscalingProps } from './horizontal-pod-autoscaling';
export { Keda, type KedaPrometheusOptions, type KedaProps } from './keda';
export type { MetricsAdapterNames } from './adapter-names';
export { AUTOSCALERS, autoscalersWith } from './providers';
export { queryOf } from './query';
export { signalsOf } from './signals';
export { verticalPodAutoscalerSpec } from './vertical-pod-autoscaler';
