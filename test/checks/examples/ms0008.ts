import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart' }).acknowledge('MS1005', 'ok');
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart' }).acknowledge('MS1005', 'development clusters pull the newest image');
}
