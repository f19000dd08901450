import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080), Port.grpc(9090)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(stock, { port: 8080 });
  cart.calls(stock, { port: 8080, addressEnv: 'STOCK_SECOND_ADDR' });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080), Port.grpc(9090)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(stock, { port: 8080 });
  cart.calls(stock, { port: 9090, addressEnv: 'STOCK_SECOND_ADDR' });
}
