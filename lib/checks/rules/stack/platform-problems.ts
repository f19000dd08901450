import type { Problem } from '../../../errors';
import { isForeignPlatform } from '../../../platform';
import type { StackFacts } from '../../stack-facts';

/** Problems that the providers of a platform find in their own options. */
export function platformProblems({ platform }: StackFacts): Problem[] {
  if (isForeignPlatform(platform)) return [];
  const { mesh, delivery, autoscaling, functions, monitoring, dashboards } = platform;
  return [
    ...mesh._platformProblems(),
    ...delivery._platformProblems(),
    ...autoscaling._platformProblems(),
    ...(functions?._platformProblems() ?? []),
    ...monitoring._platformProblems(),
    ...dashboards._platformProblems(),
  ];
}
