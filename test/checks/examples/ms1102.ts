import { Microservice, Volume } from '../../../lib';
import type { Start } from '../example';

const settings = Volume.configMapNamed('settings', 'settings').at('/etc/cart');

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { mounts: [settings, Volume.emptyDir('cache').at('/etc/cart/cache')] },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { mounts: [settings, Volume.emptyDir('cache').at('/var/cache/cart')] },
  });
}
