import { availabilityBound, type AvailabilityFactor, availabilityFactors, DeploymentWorkload } from '../../../program';
import { rounded } from '../../../values';
import type { Rule } from '../../rule';

/** No objective promises more than its callees allow. */
export const feasibility: Rule<DeploymentWorkload> = ({ name, objectives, party }) => {
  const stated = objectives.filter(
    ({ thresholdMillis, route }) => thresholdMillis === undefined && route === undefined,
  );
  if (stated.length === 0) return [];
  const factors = availabilityFactors(party);
  const bound = availabilityBound(factors);
  return stated
    .filter(({ percent }) => percent > bound)
    .map(({ percent }) => ({
      code: 'MS5010',
      message: `${name} promises more than its callees allow`,
      given: `${percent} percent; ` + `${factors.map(described).join(' x ')} = ${bound.toFixed(4)} percent`,
      allowed: `up to ${bound.toFixed(4)} percent`,
      fix: 'state a lower objective, have callees promise more, or state soft: true for calls that it can do without',
    }));
};

function described({ name, availability, share }: AvailabilityFactor): string {
  return `${name} ${availability}${share < 1 ? ` for ${rounded(share * 100)} percent of the requests` : ''}`;
}
