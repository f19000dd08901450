import { DeploymentWorkload } from '../../program';
import { ScalingMetric, ScalingMetricKind } from '../../values';

/** Whether a metric counts requests, as what holds them does itself. */
export function countsRequests({ kind }: Pick<ScalingMetric, 'kind'>): boolean {
  return kind === ScalingMetricKind.CONCURRENCY || kind === ScalingMetricKind.REQUESTS_PER_SECOND;
}

/** Whether what holds a microservice's requests says a metric. */
export function isReportedByActivator(
  { activator }: Pick<DeploymentWorkload, 'activator'>,
  metric: Pick<ScalingMetric, 'kind'>,
): boolean {
  return activator !== undefined && countsRequests(metric);
}
