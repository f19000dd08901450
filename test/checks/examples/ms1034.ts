import { ApplicationStack, ClusterFacts, Microservice, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a', 'b'] });
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', {
    image: 'cart:1.4.2',
    pod: { placement: { nodeSelector: { 'topology.kubernetes.io/zone': 'c' } } },
  });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a', 'b'] });
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', {
    image: 'cart:1.4.2',
    pod: { placement: { nodeSelector: { 'topology.kubernetes.io/zone': 'a' } } },
  });
}
