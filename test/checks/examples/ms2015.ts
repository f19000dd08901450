import { ApplicationStack, ClusterFacts, Microservice, NetworkPeer, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({});
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', { image: 'cart:1.4.2' }).callsKubernetesApi();
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ apiServer: [NetworkPeer.cidr('10.0.0.1/32')] });
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', { image: 'cart:1.4.2' }).callsKubernetesApi();
}
