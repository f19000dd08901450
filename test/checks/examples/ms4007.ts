import { ApplicationStack, ClusterFacts, IstioMesh, Microservice, NetworkPeer, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080, { servesMetrics: true })],
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { port: 8080 });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { port: 8080 });
}
