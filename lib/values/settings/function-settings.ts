import { Duration } from 'cdk8s';
import { LIBRARY_SETTINGS } from './defaults';
import type { MicroserviceSettings } from './settings';
import { Scaling } from '../scaling/scaling';
import { ScalingMetric } from '../scaling/scaling-metric';

/** Bounds of functions that the library sets. */
export const FUNCTION = {
  /** The port that its Service is reached on, whatever its container listens on. */
  port: 80,
  /**
   * Port that Knative tells containers to listen on by default. See
   * https://github.com/knative/serving/blob/main/docs/runtime-contract.md.
   */
  containerPort: 8080,
  /**
   * Most replicas: with the default concurrency, a thousand requests at once. Knative itself sets no bound, and a loop
   * of calls would buy nodes.
   */
  max: 10,
  /**
   * Percent of what a replica can take that is aimed at, so that more are started before it is full: Knative's
   * `container-concurrency-target-percentage`.
   */
  utilization: 70,
} as const;

/**
 * Settings of the library for functions. They differ from those of microservices where requests alone start replicas.
 */
export const FUNCTION_SETTINGS: MicroserviceSettings = {
  ...LIBRARY_SETTINGS,
  scaling: Scaling.on(
    [ScalingMetric.concurrency((LIBRARY_SETTINGS.lifecycle.concurrency * FUNCTION.utilization) / 100)],
    {
      min: 0,
      max: FUNCTION.max,
    },
  ),
  // The runtime of functions replaces and spreads their replicas.
  lifecycle: {
    ...LIBRARY_SETTINGS.lifecycle,
    minReady: Duration.seconds(0),
    endpointPropagation: Duration.seconds(0),
  },
  pod: { ...LIBRARY_SETTINGS.pod, placement: { topologySpread: [] } },
};

/** Settings that every function has, without their groups. */
export const FUNCTION_SETTING_NAMES = [
  'labels',
  'annotations',
  'podAnnotations',
  'imagePullPolicy',
  'imagePullSecrets',
  'resources',
  'scaling',
  'longestRequest',
  'concurrency',
  'startupTime',
  'reportUnstatedConfiguration',
  'security',
  'networkPolicy',
  'tracing',
  'propagators',
  'instrumentation',
  'logRetention',
] as const;
