import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart-of-the-shop-of-the-company-of-the-country-of-origin', { image: 'cart:1.4.2' });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart-of-the-shop', { image: 'cart:1.4.2' });
}
