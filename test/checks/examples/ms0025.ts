import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.node.tryRemoveChild(cart.networkPolicy.node.id);
}

export function passing({ shop }: Start): void {
  const security = { networkPolicy: false };
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)], security });
}
