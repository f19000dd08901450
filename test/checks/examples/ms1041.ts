import { Duration } from 'cdk8s';
import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.patch({ spec: { template: { spec: { terminationGracePeriodSeconds: 5 } } } });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { longestRequest: Duration.seconds(1), endpointPropagation: Duration.seconds(3) },
  });
}
