import { ApplicationStack, ClusterFacts, KubernetesVersion, Platform, Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.36') });
  new StatefulService(new ApplicationStack(app, 'depot', { platform: new Platform({ cluster }) }), 'db', {
    image: 'db:16.4',
    scaling: Scaling.fixed(5),
    lifecycle: { order: { maxUnavailable: 2 } },
  });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.37') });
  new StatefulService(new ApplicationStack(app, 'depot', { platform: new Platform({ cluster }) }), 'db', {
    image: 'db:16.4',
    scaling: Scaling.fixed(5),
    lifecycle: { order: { maxUnavailable: 2 } },
  });
}
