export type { KedaHttpAddOnOptions } from './http-add-on';
export { Keda, kedaFeatures, type KedaProps } from './keda';
export type { KedaPrometheusOptions } from './prometheus-options';
