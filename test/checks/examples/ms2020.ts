import { Role } from 'cdk8s-plus-27';
import { ApplicationStack, Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app, shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.callsKubernetesApi({ role: new Role(new ApplicationStack(app, 'depot'), 'reader') });
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.callsKubernetesApi({ role: new Role(shop, 'reader') });
}
