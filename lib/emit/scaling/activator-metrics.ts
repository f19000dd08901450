import { DeploymentWorkload } from '../../program';
import { ScalingMetric, ScalingMetricKind } from '../../values';

/** Tells if a metric counts requests, which an activator does itself. */
export function countsRequests({ _kind: kind }: Pick<ScalingMetric, '_kind'>): boolean {
  return kind === ScalingMetricKind.CONCURRENCY || kind === ScalingMetricKind.REQUESTS_PER_SECOND;
}

/** Tells if the activator of a microservice reports a metric. */
export function isReportedByActivator(
  { activator }: Pick<DeploymentWorkload, 'activator'>,
  metric: Pick<ScalingMetric, '_kind'>,
): boolean {
  return activator !== undefined && countsRequests(metric);
}
