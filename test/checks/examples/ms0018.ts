import { ApplicationStack, ClusterFacts, KubernetesVersion, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.43') });
  new ApplicationStack(app, 'depot', { platform: new Platform({ cluster }) });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.34') });
  new ApplicationStack(app, 'depot', { platform: new Platform({ cluster }) });
}
