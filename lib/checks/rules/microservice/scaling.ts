import type { Problem } from '../../../errors';
import type { MicroserviceFacts } from '../../../model';
import { isWhole, Rule } from '../../rule';

/** The number of replicas is one, and what an autoscaler looks at can be computed. */
export const scaling: Rule<MicroserviceFacts> = ({ settings }) => {
  const { min, max, autoscaled, cpuUtilization, memoryUtilization } = settings.values.scaling;
  const problems: Problem[] = [];
  const fewest = autoscaled ? 1 : 0;
  if (!isWhole(min, fewest) || !isWhole(max, fewest)) {
    problems.push({ code: 'MS1021', message: 'the number of replicas is not one that the API accepts', given: autoscaled ? `min was ${min}, max was ${max}` : `Scaling.fixed was given ${min}`, allowed: `whole numbers from ${fewest}`, fix: 'state how many replicas there are to be' });
  } else if (min > max) {
    problems.push({ code: 'MS1021', message: `min ${min} is above max ${max}`, given: `min was ${min}, max was ${max}`, allowed: 'min up to max', fix: 'raise max or lower min' });
  }
  for (const [resource, utilization] of [['cpu', cpuUtilization], ['memory', memoryUtilization]] as const) {
    if (utilization !== undefined && !isWhole(utilization, 1)) {
      problems.push({ code: 'MS1021', message: `the ${resource} utilization is not one that the API accepts`, given: `it was ${utilization}`, allowed: 'whole percents from 1', fix: 'state percents of the request, such as 70' });
    }
  }
  return problems;
};
