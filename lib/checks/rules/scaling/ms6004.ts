import { Rule, Severity } from '../../../errors';
import { isReportedByActivator, queryOf } from '../../../emit/scaling';
import { DeploymentWorkload, requestSeries } from '../../../program';
import { ScalingMetric, ScalingMetricKind } from '../../../values';
import { canStart, ScaledMicroservice, supportedSignals } from './scaled';

/** A series measures every metric that a microservice is scaled on. */
export const MS6004: Rule<ScaledMicroservice> = {
  code: 'MS6004',
  title: 'nothing measures a metric to scale on',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    "Requests are counted by callers' proxies where there is a mesh, else by the application's own metrics; " +
    'both only where monitoring scrapes them. State a mesh or `requestMetrics`, and the monitoring of the ' +
    'platform; or scale on CPU use.',
  reads: 'scaling and callers of the microservice, autoscaler, monitoring',

  evaluate: (scaled) => {
    const { microservice } = scaled;
    return supportedSignals(scaled)
      .filter((signal) => needsSeries(microservice, signal) && queryOf(microservice, signal) === undefined)
      .map(({ _kind: kind }) => ({
        message: `nothing measures ${kind} of ${microservice.name}`,
        given: reason(microservice),
        allowed: 'a mesh or requestMetrics, on platforms whose monitoring scrapes',
        fix: 'state a source of metrics, or scale on CPU use',
      }));
  },
};

function needsSeries(microservice: DeploymentWorkload, signal: ScalingMetric): boolean {
  return (
    canStart(signal) &&
    signal._kind !== ScalingMetricKind.SCHEDULE &&
    signal._backlog === undefined &&
    !isReportedByActivator(microservice, signal)
  );
}

function reason(microservice: DeploymentWorkload): string {
  const { monitoring, mesh, requestMetrics } = microservice;
  if (!monitoring.scrapes) return `the monitoring of the platform is ${monitoring.name}`;
  if (requestSeries(microservice) !== undefined) return 'no histogram measures how long requests take';
  if (mesh.series !== undefined) return 'nobody sends it requests, so no proxy sees any';
  return requestMetrics === undefined
    ? 'no mesh reports requests, and requestMetrics are not stated'
    : 'requestMetrics are stated, and no port serves metrics';
}
