import { Duration } from 'cdk8s';
import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, {
    streaming: true,
    timeout: Duration.seconds(5),
  });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { timeout: Duration.seconds(5) });
}
