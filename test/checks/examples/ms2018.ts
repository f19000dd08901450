import { Microservice, MicroserviceReference, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new MicroserviceReference({ name: 'Stock', namespace: 'depot', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock);
}

export function passing({ shop }: Start): void {
  const stock = new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.http(8080)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(stock);
}
