import { Microservice, Port, Scaling, ScalingMetric } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([], { max: 9 }),
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.cpu(70)], { max: 9 }),
  });
}
