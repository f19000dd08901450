import { ExternalService, Microservice, MicroserviceReference, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  const addresses = ['10.0.0.0/8'];
  cart.calls(new ExternalService(shop, 'orders', { host: 'orders-rw.db.svc', ports: [Port.tcp(5432)], addresses }));
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2' });
  const podLabels = { 'app.example/cluster': 'orders' };
  cart.calls(new MicroserviceReference({ name: 'orders-rw', namespace: 'db', ports: [Port.tcp(5432)], podLabels }));
}
