import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  new Microservice(shop, 'stock', { image: 'stock:2.0.1' });
}
