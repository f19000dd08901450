export { Keda, kedaFeatures, type KedaPrometheusOptions, type KedaProps } from './keda';
