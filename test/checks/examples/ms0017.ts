import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.patch({ spec: { revisionHistoryLimits: 3 } });
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.patch({ spec: { revisionHistoryLimit: 3 } });
}
