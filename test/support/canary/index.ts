import type { Objects } from './cluster';
import { settledRollouts, walkRollouts } from './argo-rollouts';
import { settledCanaries, walkCanaries } from './flagger';
import type { Stage } from './stage';

/** Every stage of every rollout that a controller walks, the others before theirs. */
export function stagesOf(objects: Objects): Stage[] {
  return [...walkRollouts(settledCanaries(objects)), ...walkCanaries(settledRollouts(objects))];
}
