import { ApplicationStack, ClusterFacts, KubernetesVersion, Platform, Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ app }: Start, version: string) => {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) }) });
  new StatefulService(new ApplicationStack(app, 'depot', { platform }), 'db', {
    image: 'ghcr.io/acme/db:16.4',
    scaling: Scaling.fixed(5),
    lifecycle: { maxUnavailable: 2 },
  });
};

export function failing(start: Start): void {
  program(start, '1.36');
}

export function passing(start: Start): void {
  program(start, '1.37');
}
