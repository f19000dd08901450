import { Rule, Severity } from '../../../../errors';
import { DeploymentWorkload, requestSeries } from '../../../../program';
import { RolloutKind, Scaling, ScalingMetricKind } from '../../../../values';
import { isScaled } from '../analysis';

/** Metrics of the requests to both versions: the new one has replicas for all of them before it gets any. */
const SHARED: readonly ScalingMetricKind[] = [ScalingMetricKind.REQUESTS_PER_SECOND, ScalingMetricKind.CONCURRENCY];

/** A switch meets as many replicas as its requests need. */
export const MS6150: Rule<DeploymentWorkload> = {
  code: 'MS6150',
  title: 'a switch meets too few replicas',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Flagger starts a new version with the fewest replicas, and its autoscaler adds none before requests come. A ' +
    'switch sends all of them at once. An autoscaler that counts the requests to both versions starts enough, and so ' +
    'does a fixed number.',
  reads: 'rollout and scaling of the microservice, delivery',

  evaluate: (facts) => {
    const { rollout, scaling } = facts.settings.values;
    const switches = facts.delivery.ownsRoutes && rollout._kind === RolloutKind.BLUE_GREEN;
    if (!switches || !isScaled(scaling) || countsBoth(facts, scaling)) return [];
    const { min, max } = scaling;
    return [
      {
        message: `a switch sends all requests to ${min} of up to ${max} replicas`,
        given:
          `scaling was ${min} to ${max} on ${scaling.metrics.map(({ _kind: kind }) => kind).join(', ')}: a version ` +
          'without requests has the fewest',
        allowed: 'scaling on requests, a fixed number of replicas, or a canary',
        fix: 'state ScalingMetric.requestsPerSecond(), Scaling.fixed(), or Rollout.canary()',
      },
    ];
  },
};

function countsBoth(facts: DeploymentWorkload, { metrics, _plan: plan }: Scaling): boolean {
  // A load is scaled on requests where they are measured.
  if (plan !== undefined) return requestSeries(facts) !== undefined;
  return metrics.some(({ _kind: kind }) => SHARED.includes(kind));
}
