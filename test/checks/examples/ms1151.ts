import { Account, Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    metadata: { serviceAccount: Account.own({ name: 'Cart_SA' }) },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    metadata: { serviceAccount: Account.own({ name: 'cart-sa' }) },
  });
}
