/**
 * Names and ports that Knative Serving reserves:
 * https://github.com/knative/serving/blob/main/pkg/apis/serving/k8s_validation.go
 */
export const RESERVED = {
  containers: ['queue-proxy'],
  variables: ['PORT', 'K_SERVICE', 'K_CONFIGURATION', 'K_REVISION'],
  paths: ['/', '/dev', '/dev/log'],
  /** Ports of queue-proxy in the pod. */
  ports: [8008, 8012, 8013, 8022, 8112, 9090, 9091],
} as const;

/** Ports of queue-proxy for HTTP/1.1 and HTTP/2. */
export const QUEUE_PORTS = { http1: 8012, h2c: 8013 } as const;

/** Port of queue-proxy that the autoscaler scrapes. */
export const QUEUE_METRICS_PORT = 9090;

/** Defaults of the ConfigMap `config-defaults`. */
export const CONFIG = {
  /** `max-revision-timeout-seconds`. */
  maxRevisionTimeoutSeconds: 600,
  /** `container-concurrency-max-limit`. */
  containerConcurrencyMaxLimit: 1000,
} as const;

/** Least target that the autoscaler takes. */
export const LEAST_TARGET = 0.01;

/**
 * Longest `scale-down-delay`, in seconds:
 * https://github.com/knative/serving/blob/main/pkg/apis/autoscaling/annotation_validation.go
 */
export const LONGEST_DELAY_SECONDS = 3600;

/** Time for a revision to start before it counts as failed. */
export const PROGRESS_DEADLINE = 'serving.knative.dev/progress-deadline';

/** Knative's own `progress-deadline`, in seconds. */
export const PROGRESS_DEADLINE_SECONDS = 600;
