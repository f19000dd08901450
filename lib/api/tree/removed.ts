import type { IConstruct } from 'constructs';
import { isInTree, MS0025 } from '../../emit/kubernetes';
import type { Problem } from '../../errors';

/** Problems of constructs of a stack that are not in its tree any more. */
export function removedFrom(constructs: readonly IConstruct[]): Problem[] {
  return constructs
    .filter((each) => !each.node.scopes.every(isInTree))
    .map(({ node: { path } }) => ({
      definition: MS0025,
      message: `${path} was removed`,
      given: `${path} is not in the tree of constructs any more`,
      allowed: 'programs that keep what they state',
      fix: 'keep it, or leave its statement out',
    }));
}
