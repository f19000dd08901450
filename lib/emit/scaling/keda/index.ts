export type { KedaHttpAddOnOptions } from './http-add-on';
export { Keda, kedaFeatures, type KedaPrometheusOptions, type KedaProps } from './keda';
