import { Size } from 'cdk8s';
import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    resources: { memory: { request: Size.gibibytes(1) }, noMemoryLimit: true },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', resources: { memory: { request: Size.gibibytes(1) } } });
}
