import { ApplicationStack, ClusterFacts, KubernetesVersion, Microservice, Platform, Volume } from '../../../lib';
import type { Start } from '../example';

const pod = { mounts: [Volume.image('model', 'ghcr.io/acme/model:7').at('/model')] };

export function failing({ shop }: Start): void {
  new Microservice(shop, 'search', { image: 'ghcr.io/acme/search:2.1.0', pod });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.35') });
  const find = new ApplicationStack(app, 'find', { platform: new Platform({ cluster }) });
  new Microservice(find, 'search', { image: 'ghcr.io/acme/search:2.1.0', pod });
}
