import { ConfigMap } from 'cdk8s-plus-27';
import { Microservice, Volume } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    lifecycle: { reportUnstatedConfiguration: true },
    pod: { mounts: [Volume.configMapNamed('settings', 'cart-settings').at('/etc/cart')] },
  });
}

export function passing({ shop }: Start): void {
  const settings = new ConfigMap(shop, 'cart-settings', { data: { 'cart.yaml': 'currency: EUR' } });
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    lifecycle: { reportUnstatedConfiguration: true },
    pod: { mounts: [Volume.configMap('settings', settings).at('/etc/cart')] },
  });
}
