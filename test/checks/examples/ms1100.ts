import { ConfigFile, Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { mounts: [ConfigFile.fromText('cart.yaml', 'currency: EUR')] },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { mounts: [ConfigFile.fromText('/etc/cart/cart.yaml', 'currency: EUR')] },
  });
}
