import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  stock.acceptsCallsFrom(cart);
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(stock);
}
