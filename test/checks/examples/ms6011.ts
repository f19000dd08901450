import { Microservice, Port, Scaling } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.onCpu({ max: 9, scaleDown: { percent: 150 } }),
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.onCpu({ max: 9, scaleDown: { percent: 50 } }),
  });
}
