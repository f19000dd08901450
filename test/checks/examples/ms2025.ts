import { Duration } from 'cdk8s';
import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', {
    image: 'stock:2.0.1',
    ports: [Port.http(8080), Port.tcp(9000, { name: 'raw' })],
  });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { port: 9000, timeout: Duration.seconds(5) });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', {
    image: 'stock:2.0.1',
    ports: [Port.http(8080), Port.tcp(9000, { name: 'raw' })],
  });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { port: 8080, timeout: Duration.seconds(5) });
}
