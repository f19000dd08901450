import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.patch({ spec: { template: { spec: { serviceAccountName: 'shared' } } } });
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.patch({ spec: { template: { spec: { hostUsers: false } } } });
}
