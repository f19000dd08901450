import { Duration } from 'cdk8s';
import { ApplicationStack, ClusterFacts, Job, KubernetesVersion, Platform } from '../../../lib';
import type { Start } from '../example';

function program({ app }: Start, version: string): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) });
  const stack = new ApplicationStack(app, 'reports', { platform: new Platform({ cluster }) });
  new Job(stack, 'report', {
    image: 'report:1.4.2',
    run: { activeDeadline: Duration.hours(1) },
    pod: { containers: [{ name: 'shipper', image: 'shipper:1.0.0', sidecar: true }] },
  });
}

export function failing(start: Start): void {
  program(start, '1.28');
}

export function passing(start: Start): void {
  program(start, '1.29');
}
