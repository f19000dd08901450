export * from './application';
export { Istiod } from './istio/istiod';
export { refusalsOf } from './istio/synchronization';
export type { ProxyStatus } from './istio/synchronization';
export { Kubelet } from './kubelet/kubelet';
export type { PodOptions } from './kubelet/kubelet';
export type { RunningPod } from './kubelet/running-pod';
