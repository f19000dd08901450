export { ArgoRollouts, type ArgoRolloutsProps } from './argo-rollouts/argo-rollouts';
export { Delivery, type DeliveryStatement, type WorkloadObject } from './delivery';
export { DeliveryFeature, type DeliveryFeatureTable } from './features';
export { Flagger, type FlaggerProps } from './flagger/flagger';
export { deliveriesWith } from './providers';
export type { CandidateProps } from './kubernetes/candidate';
export { KubernetesDelivery, type KubernetesDeliveryProps } from './kubernetes/kubernetes-delivery';
