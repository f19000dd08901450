import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', resources: { extended: { gpu: 1 } } });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', resources: { extended: { 'nvidia.com/gpu': 1 } } });
}
