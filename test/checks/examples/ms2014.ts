import { ExternalService, Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const bank = new ExternalService(shop, 'bank', { host: 'bank.example', ports: [Port.tls(443)] });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(bank);
}

export function passing({ shop }: Start): void {
  const bank = new ExternalService(shop, 'bank', {
    addresses: ['203.0.113.0/24'],
    host: 'bank.example',
    ports: [Port.tls(443)],
  });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2' }).calls(bank);
}
