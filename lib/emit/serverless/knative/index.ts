export { KnativeFeature } from './features';
export { KnativeIngress, type KnativeIngressProps } from './ingress';
export { KNATIVE_DEFINITIONS } from './rules';
export { KnativeServing, type KnativeServingProps } from './knative-serving';
