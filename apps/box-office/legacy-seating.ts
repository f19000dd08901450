import { Duration, Size } from 'cdk8s';
import { type ApplicationStack, Microservice, Port, Probe, Scaling, Volume } from '../../lib';

/**
 * The program that knew the seats of every house before there was a box office: a server of pages before a server of
 * programs, which share a folder, and a copy of the plans that a third process keeps fresh.
 */
export function legacySeating(stack: ApplicationStack): Microservice {
  const plans = Volume.emptyDir('plans', { sizeLimit: Size.mebibytes(256) });
  return new Microservice(stack, 'seating', {
    image: 'ghcr.io/acme/seating-pages:4.8.13',
    ports: [Port.http(8080)],
    probes: { readiness: Probe.http('/ping'), liveness: Probe.tcp() },
    // It locks a seat in its memory.
    scaling: Scaling.fixed(1),
    lifecycle: { longestRequest: Duration.seconds(10), startupTime: Duration.seconds(90) },
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
