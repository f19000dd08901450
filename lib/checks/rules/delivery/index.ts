import type { Delivery } from '../../../emit/delivery';
import type { Problem } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { evaluate } from '../../rule';
import { featureProblems } from './features';
import { judgement } from './judgement';
import { steps } from './steps';
import { versions } from './versions';

/** How a new version takes over makes sense, and the platform's delivery can do it. */
export function deliveryProblems(delivery: Delivery, facts: DeploymentWorkload): Problem[] {
  return [
    ...evaluate([steps, versions, judgement], facts),
    ...featureProblems(delivery, facts),
    ...delivery._problems(facts),
  ];
}
