import { AddressFormat, Microservice, Port, Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const db = new StatefulService(shop, 'db', {
    image: 'db:16.4',
    ports: [Port.tcp(5432)],
    scaling: Scaling.onCpu({ min: 3, max: 5 }),
  });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(db, { addresses: [{ name: 'DB_REPLICAS', format: AddressFormat.replicas() }] });
}

export function passing({ shop }: Start): void {
  const db = new StatefulService(shop, 'db', {
    image: 'db:16.4',
    ports: [Port.tcp(5432)],
    scaling: Scaling.fixed(3),
  });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  cart.calls(db, { addresses: [{ name: 'DB_REPLICAS', format: AddressFormat.replicas() }] });
}
