import { Hook, Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { hooks: { postStart: Hook.http('warm', { port: 8080 }) } },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { hooks: { postStart: Hook.http('/warm', { port: 8080 }) } },
  });
}
