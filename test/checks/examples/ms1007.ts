import { Size } from 'cdk8s';
import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    resources: { memory: { request: Size.gibibytes(2), limit: Size.gibibytes(1) } },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    resources: { memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) } },
  });
}
