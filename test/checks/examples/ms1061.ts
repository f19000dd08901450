import { AddressFormat, Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const database = new Microservice(shop, 'database', { image: 'postgres:17.2', ports: [Port.tcp(5432)] });
  const cart = new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    pod: { initContainers: [{ name: 'migrate', image: 'cart:1.4.2', command: ['migrate'] }] },
  });
  cart.calls(database, { addresses: [{ name: 'DB_HOST', format: AddressFormat.host(), containers: ['migration'] }] });
}

export function passing({ shop }: Start): void {
  const database = new Microservice(shop, 'database', { image: 'postgres:17.2', ports: [Port.tcp(5432)] });
  const cart = new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    pod: { initContainers: [{ name: 'migrate', image: 'cart:1.4.2', command: ['migrate'] }] },
  });
  cart.calls(database, { addresses: [{ name: 'DB_HOST', format: AddressFormat.host(), containers: ['migrate'] }] });
}
