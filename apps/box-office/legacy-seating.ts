import { Duration, Size } from 'cdk8s';
import { type ApplicationStack, Claim, Microservice, Port, Probe, Rollout, Scaling } from '../../lib';

/**
 * The program that knew the seats of every house before there was a box office: a server of pages before a server of
 * programs, and plans of the houses that a third process keeps fresh. It keeps the labels and names that it always had.
 */
export function legacySeating(stack: ApplicationStack): Microservice {
  const plans = Claim.of('plans', { size: Size.gibibytes(5), path: '/var/www/plans', storageClass: 'fast' });
  return new Microservice(stack, 'seating', {
    image: 'ghcr.io/acme/seating-pages:4.8.13',
    ports: [Port.http(8080)],
    probes: { readiness: Probe.http('/ping'), liveness: Probe.tcp() },
    metadata: { adopts: { selector: { app: 'seats' }, service: 'seats-svc', container: 'pages' } },
    // It locks a seat in its memory.
    scaling: Scaling.fixed(1),
    lifecycle: {
      longestRequest: Duration.seconds(10),
      startupTime: Duration.seconds(90),
      rollout: Rollout.recreate(),
    },
    pod: {
      mounts: [plans.at('/var/www/plans', { readOnly: true })],
      containers: [
        {
          name: 'programs',
          image: 'ghcr.io/acme/seating-programs:4.8.13',
          mounts: [plans.at('/var/www/plans', { readOnly: true })],
          probes: { readiness: Probe.tcp({ port: 9000 }), liveness: Probe.tcp({ port: 9000 }) },
        },
        {
          name: 'plans',
          image: 'ghcr.io/acme/seating-plans:1.0.4',
          sidecar: true,
          mounts: [plans.at('/plans')],
        },
      ],
    },
  });
}
