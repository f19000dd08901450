import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { containers: [{ name: 'cart', image: 'proxy:1.0.0' }] },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { containers: [{ name: 'proxy', image: 'proxy:1.0.0' }] },
  });
}
