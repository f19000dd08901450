import { ApplicationStack, ClusterFacts, KubernetesVersion, Microservice, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.31') }) });
  const depot = new ApplicationStack(app, 'depot', { platform });
  new Microservice(depot, 'cart', { image: 'cart:1.4.2', security: { hostUsers: false } });
}

export function passing({ app }: Start): void {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.33') }) });
  const depot = new ApplicationStack(app, 'depot', { platform });
  new Microservice(depot, 'cart', { image: 'cart:1.4.2', security: { hostUsers: false } });
}
