import { AddressFormat, Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', env: { STOCK_URL: 'http://stock:8080' } });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(stock, { addresses: [{ name: 'STOCK_URL', format: AddressFormat.url() }] });
}
