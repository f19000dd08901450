export * from './horizontal-pod-autoscaler';
