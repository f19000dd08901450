import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', {
    image: 'stock:2.0.1',
    ports: [Port.http(8080), Port.tcp(9000, { name: 'raw' })],
  });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { port: 9000, operation: { methods: ['GET'] } });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', {
    image: 'stock:2.0.1',
    ports: [Port.http(8080), Port.tcp(9000, { name: 'raw' })],
  });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { port: 8080, operation: { methods: ['GET'] } });
}
