import type { Problem } from '../../../errors';
import { isForeignPlatform } from '../../../platform';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** Every candidate is one of a microservice; of several stacks of a platform, the first by its id says so. */
export const candidates: Rule<StackFacts> = ({ id, platform, ofDelivery }) => {
  const stated = isForeignPlatform(platform) ? [] : platform.delivery._candidates();
  if (stated.length === 0 || ofDelivery.some((stack) => stack.id < id)) return [];
  const known = [...new Set(ofDelivery.flatMap(({ microservices }) => microservices.map(({ name }) => name)))].sort();
  return stated
    .filter((name) => !known.includes(name))
    .map((name): Problem => ({
      code: 'MS6101',
      message: `there is no microservice ${name} to bring a candidate of out`,
      given:
        `the platform states a candidate of ${name}, and its microservices are ` +
        `${known.length === 0 ? 'none' : known.join(', ')}`,
      allowed: 'names of microservices with Rollout.canary()',
      fix: 'correct the name, or leave the candidate out',
    }));
};
