import { ApplicationStack, ClusterFacts, Microservice, Platform, TopologySpread } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a'] });
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', {
    image: 'cart:1.4.2',
    pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } },
  });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a', 'b'] });
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
  new Microservice(east, 'cart', {
    image: 'cart:1.4.2',
    pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } },
  });
}
