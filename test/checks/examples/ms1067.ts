import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', pod: { workingDir: 'app' } });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', pod: { workingDir: '/app' } });
}
