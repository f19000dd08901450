import { ApplicationStack, ClusterFacts, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app, shop }: Start): void {
  const far = new ApplicationStack(app, 'far', {
    platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }) }),
  });
  const stock = new Microservice(far, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  stock.expose({ addresses: ['203.0.113.7/32'], public: true });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock);
}

export function passing({ app, shop }: Start): void {
  const far = new ApplicationStack(app, 'far', {
    platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }) }),
  });
  const stock = new Microservice(far, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  stock.expose({ host: 'stock.example', addresses: ['203.0.113.7/32'], public: true });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock);
}
