import { Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const hostAliases = [{ ip: 'ledger', hostnames: ['ledger.internal'] }];
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', pod: { placement: { hostAliases } } });
}

export function passing({ shop }: Start): void {
  const hostAliases = [{ ip: '10.1.2.3', hostnames: ['ledger.internal'] }];
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', pod: { placement: { hostAliases } } });
}
