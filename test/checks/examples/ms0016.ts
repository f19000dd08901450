import { Duration } from 'cdk8s';
import { Microservice, type MicroserviceProps, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const props: object = { image: 'cart:1.4.2', ports: [Port.http(8080)], lifecycle: { longestRequest: 30 } };
  new Microservice(shop, 'cart', props as MicroserviceProps);
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { longestRequest: Duration.seconds(30) },
  });
}
