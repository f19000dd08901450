import { unique } from '../../../program';
import type { Rule } from '../../../errors';
import { MS6101 } from '../../../emit/delivery';
import type { StackFacts } from '../../stack-facts';

/** Every candidate is of a microservice; the first by its id of several stacks of a platform reports it. */
export const MS6101_NAMES: Rule<StackFacts> = {
  ...MS6101,

  evaluate: ({ id, platform, ofDelivery }) => {
    const stated = platform.delivery._candidates();
    if (stated.length === 0 || ofDelivery.some((stack) => stack.id < id)) return [];
    const known = unique(ofDelivery.flatMap(({ microservices }) => microservices.map(({ name }) => name)));
    return stated
      .filter((name) => !known.includes(name))
      .map((name) => ({
        message: `there is no microservice ${name} for a candidate`,
        given:
          `the platform states a candidate of ${name}, and its microservices are ` +
          `${known.length === 0 ? 'none' : known.join(', ')}`,
        allowed: 'names of microservices with Rollout.canary()',
        fix: 'correct the name, or leave the candidate out',
      }));
  },
};
