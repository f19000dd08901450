import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080), Port.http(9090)] });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080), Port.http(9090, { name: 'admin' })] });
}
