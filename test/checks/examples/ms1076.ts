import { AddressFormat, Microservice, Port, Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ shop }: Start, scaling: Scaling) => {
  const db = new StatefulService(shop, 'db', { image: 'ghcr.io/acme/db:16.4', ports: [Port.tcp(5432)], scaling });
  const cart = new Microservice(shop, 'cart', { image: 'ghcr.io/acme/cart:1.4.2' });
  cart.calls(db, { addresses: [{ name: 'DB_REPLICAS', format: AddressFormat.replicas() }] });
};

export function failing(start: Start): void {
  program(start, Scaling.onCpu({ min: 3, max: 5 }));
}

export function passing(start: Start): void {
  program(start, Scaling.fixed(3));
}
