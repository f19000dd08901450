import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** A container that serves has no readiness or liveness probe. */
export const MS1123: Rule<Workload> = {
  code: 'MS1123',
  title: 'a container that serves has no probes',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Without a readiness probe, a pod gets requests as soon as its process runs, and a rollout goes on before the ' +
    'new version can serve. Without a liveness probe, a process that hangs is never restarted. State a probe, or ' +
    'acknowledge the finding where both are watched by other means.',
  reads: 'probes of the workload',

  evaluate: ({ containers, ports }) =>
    containers
      .filter(({ noProbes, ports: own }) => noProbes === true && own.length > 0 && ports.length > 0)
      .flatMap(({ name, readiness, liveness }) => {
        const missing = [...(readiness ? [] : ['readiness']), ...(liveness ? [] : ['liveness'])];
        return missing.length === 0
          ? []
          : [
              {
                message: `nobody learns when container ${name} cannot serve`,
                given: `probes.none was true; not stated: ${missing.join(', ')}`,
                allowed: 'containers with readiness and liveness probes',
                fix: `state probes.${missing[0]}, leave probes.none out, or acknowledge the finding`,
              },
            ];
      }),
};
