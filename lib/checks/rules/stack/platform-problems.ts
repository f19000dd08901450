import { eachApart, type Problem } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';

/** Problems that the providers of a platform find in their own options, and in the use of the platform. */
export function platformProblems({ platform, microservices }: PlatformUse): Problem[] {
  const { cluster, mesh, delivery, autoscaling, functions, monitoring, dashboards, wayIn } = platform;
  return eachApart({
    'the mesh': () => mesh._platformProblems({ cluster, microservices }),
    'the way in': () => wayIn?._platformProblems({ cluster, microservices }) ?? [],
    'the delivery': () => delivery._platformProblems(),
    'the autoscaler': () => autoscaling._platformProblems(),
    'the provider of functions': () => functions?._platformProblems() ?? [],
    'the monitoring': () => monitoring._platformProblems(),
    'the dashboards': () => dashboards._platformProblems(),
  });
}
