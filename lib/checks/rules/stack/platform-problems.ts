import type { Problem } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';

/** Problems that the providers of a platform find in their own options, and in the use of the platform. */
export function platformProblems({ platform, microservices }: PlatformUse): Problem[] {
  const { cluster, mesh, delivery, autoscaling, functions, monitoring, dashboards } = platform;
  return [
    ...mesh._platformProblems({ cluster, microservices }),
    ...delivery._platformProblems(),
    ...autoscaling._platformProblems(),
    ...(functions?._platformProblems() ?? []),
    ...monitoring._platformProblems(),
    ...dashboards._platformProblems(),
  ];
}
