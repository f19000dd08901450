import { Duration } from 'cdk8s';
import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    lifecycle: { longestRequest: Duration.seconds(60), terminationGracePeriod: Duration.seconds(30) },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    lifecycle: { longestRequest: Duration.seconds(60), terminationGracePeriod: Duration.seconds(90) },
  });
}
