export { KnativeFeature } from './features';
export { KnativeIngress, type KnativeIngressProps } from './ingress';
export { KnativeServing, type KnativeServingProps } from './knative-serving';
