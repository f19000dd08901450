import { Microservice, Port, Scaling } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.onCpu({ max: 9 }),
  });
  cart.patch({ spec: { replicas: 4 } });
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.onCpu({ min: 4, max: 9 }),
  });
  cart.patch({ spec: { revisionHistoryLimit: 4 } });
}
