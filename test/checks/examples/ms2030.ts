import { Microservice, MicroserviceReference, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(new MicroserviceReference({ name: 'cache', namespace: 'shop', ports: [Port.tcp(6379)] }));
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  const podLabels = { 'app.example/cluster': 'cache' };
  cart.calls(new MicroserviceReference({ name: 'cache', namespace: 'shop', ports: [Port.tcp(6379)], podLabels }));
}
