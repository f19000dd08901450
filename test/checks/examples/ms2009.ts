import { Microservice, Port, Retries } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, {
    idempotent: true,
    retries: Retries.upTo(1.5),
  });
}

export function passing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:2.0.1', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock, { idempotent: true, retries: Retries.upTo(2) });
}
