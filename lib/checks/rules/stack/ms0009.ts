import { MS0009, Rule } from '../../../errors';
import { isForeignPlatform } from '../../../platform';
import type { StackFacts } from '../../stack-facts';

/** Platforms of another copy of the library. */
export const MS0009_OF_STACK: Rule<StackFacts> = {
  ...MS0009,
  evaluate: ({ platform }) =>
    isForeignPlatform(platform)
      ? [
          {
            message: 'two copies of cdk8s-microservice are installed',
            given: 'the platform was made by another copy than the application stack',
            allowed: 'one copy',
            fix: "run `npm ls cdk8s-microservice`, and make the platform's package depend on it as a peer",
          },
        ]
      : [],
};
