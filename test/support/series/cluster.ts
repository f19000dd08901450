/**
 * Labels of the metrics of kube-state-metrics that describe objects:
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export const KUBE_STATE_METRICS: Readonly<Record<string, readonly string[]>> = {
  kube_deployment_spec_replicas: ['namespace', 'deployment'],
  kube_deployment_status_replicas_available: ['namespace', 'deployment'],
  kube_deployment_status_replicas_updated: ['namespace', 'deployment'],
  kube_horizontalpodautoscaler_spec_max_replicas: ['namespace', 'horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_spec_min_replicas: ['namespace', 'horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_status_desired_replicas: ['namespace', 'horizontalpodautoscaler'],
  kube_daemonset_status_desired_number_scheduled: ['namespace', 'daemonset'],
  kube_daemonset_status_number_available: ['namespace', 'daemonset'],
  kube_daemonset_status_updated_number_scheduled: ['namespace', 'daemonset'],
  kube_statefulset_replicas: ['namespace', 'statefulset'],
  kube_statefulset_status_replicas_available: ['namespace', 'statefulset'],
  kube_statefulset_status_replicas_updated: ['namespace', 'statefulset'],
  kube_pod_container_info: ['namespace', 'pod', 'uid', 'container', 'image', 'image_spec', 'image_id', 'container_id'],
  kube_pod_container_resource_limits: ['namespace', 'pod', 'uid', 'container', 'node', 'resource', 'unit'],
  kube_pod_container_resource_requests: ['namespace', 'pod', 'uid', 'container', 'node', 'resource', 'unit'],
  kube_pod_container_status_restarts_total: ['namespace', 'pod', 'uid', 'container'],
};

/**
 * Labels of the metrics of the kubelets about volumes:
 * https://kubernetes.io/docs/reference/instrumentation/metrics/
 */
export const KUBELET_METRICS: Readonly<Record<string, readonly string[]>> = {
  kubelet_volume_stats_available_bytes: ['namespace', 'persistentvolumeclaim'],
  kubelet_volume_stats_capacity_bytes: ['namespace', 'persistentvolumeclaim'],
  kubelet_volume_stats_used_bytes: ['namespace', 'persistentvolumeclaim'],
};

/**
 * Labels of the metrics of Argo Rollouts:
 * https://github.com/argoproj/argo-rollouts/blob/master/controller/metrics/prommetrics.go
 */
export const ARGO_ROLLOUTS_METRICS: Readonly<Record<string, readonly string[]>> = {
  rollout_info: ['namespace', 'name', 'strategy', 'traffic_router', 'phase', 'exported_namespace'],
  rollout_info_replicas_available: ['namespace', 'name', 'exported_namespace'],
  rollout_info_replicas_desired: ['namespace', 'name', 'exported_namespace'],
  rollout_info_replicas_updated: ['namespace', 'name', 'exported_namespace'],
};

/**
 * Labels of the metrics of the kubelets' cAdvisor; those of CFS are there for containers with a CPU limit:
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
 */
export const CADVISOR_METRICS: Readonly<Record<string, readonly string[]>> = {
  container_cpu_cfs_periods_total: ['namespace', 'pod', 'container', 'id', 'image', 'name'],
  container_cpu_cfs_throttled_periods_total: ['namespace', 'pod', 'container', 'id', 'image', 'name'],
  container_cpu_usage_seconds_total: ['namespace', 'pod', 'container', 'id', 'image', 'name', 'cpu'],
  container_memory_working_set_bytes: ['namespace', 'pod', 'container', 'id', 'image', 'name'],
};
