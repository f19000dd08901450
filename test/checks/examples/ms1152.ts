import { Microservice } from '../../../lib';
import type { Start } from '../example';

const adopting = (selector: { [key: string]: string }) => ({
  image: 'cart:1.4.2',
  metadata: { adopts: { selector } },
});

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', adopting({ app: 'shop' }));
  new Microservice(shop, 'checkout', adopting({ app: 'shop', tier: 'checkout' }));
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', adopting({ app: 'shop', tier: 'cart' }));
  new Microservice(shop, 'checkout', adopting({ app: 'shop', tier: 'checkout' }));
}
