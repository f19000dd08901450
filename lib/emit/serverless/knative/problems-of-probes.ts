import type { Problem } from '../../../errors';
import { healthOf } from '../../kubernetes';
import { FunctionWorkload, ProbeFacts } from '../../../program';
import { ContainerRole } from '../../../values';

/** Problems of probes with another port: Knative points all probes to the one port. */
export function probes({ containers, ports, settings }: FunctionWorkload): Problem[] {
  const own = ports[0]?.targetPort;
  return containers
    .filter(({ role }) => role === ContainerRole.MAIN)
    .flatMap((container) => {
      const health = healthOf(container, settings.values);
      return (Object.entries(health) as [string, ProbeFacts][])
        .filter(
          ([kind, { port }]) =>
            port !== undefined && port !== own && (kind !== 'startup' || container.startup !== undefined),
        )
        .map(([kind, { port }]): Problem => ({
          code: 'MS7005',
          message: `the ${kind} probe asks a port that Knative does not leave to it`,
          given: `port was ${port}`,
          allowed: `${own}, the port of the function`,
          fix: 'leave the port out',
        }));
    });
}
