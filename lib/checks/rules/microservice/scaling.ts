import type { Problem } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { ScalingMetricKind } from '../../../values';
import { isWhole, Rule } from '../../rule';

/** The number of replicas is one, and what an autoscaler looks at can be computed. */
export const scaling: Rule<DeploymentWorkload> = ({ settings }) => {
  const { min, max, autoscaled, metrics } = settings.values.scaling;
  const problems: Problem[] = [];
  // Use of resources says nothing where nothing runs.
  const starts = metrics.some(({ _kind: kind }) => kind !== ScalingMetricKind.CPU && kind !== ScalingMetricKind.MEMORY);
  const fewest = autoscaled && !starts ? 1 : 0;
  if (!isWhole(min, fewest) || !isWhole(max, autoscaled ? 1 : 0)) {
    problems.push({
      code: 'MS1021',
      message: 'the number of replicas is not one that the API accepts',
      given: autoscaled ? `min was ${min}, max was ${max}` : `Scaling.fixed was given ${min}`,
      allowed: `whole numbers from ${fewest}`,
      fix: 'state how many replicas there are to be',
    });
  } else if (min > max) {
    problems.push({
      code: 'MS1021',
      message: `min ${min} is above max ${max}`,
      given: `min was ${min}, max was ${max}`,
      allowed: 'min up to max',
      fix: 'raise max or lower min',
    });
  }
  for (const { _kind: kind, target } of metrics) {
    const resource = kind === ScalingMetricKind.CPU ? 'cpu' : kind === ScalingMetricKind.MEMORY ? 'memory' : undefined;
    if (resource !== undefined && !isWhole(target, 1)) {
      problems.push({
        code: 'MS1021',
        message: `the ${resource} utilization is not one that the API accepts`,
        given: `it was ${target}`,
        allowed: 'whole percents from 1',
        fix: 'state percents of the request, such as 70',
      });
    }
  }
  return problems;
};
