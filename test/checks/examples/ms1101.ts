import { ConfigFile, Microservice } from '../../../lib';
import type { Start } from '../example';

const cities = (bytes: number) => ConfigFile.fromText('/etc/cart/cities.csv', 'x'.repeat(bytes));

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'ghcr.io/acme/cart:1.4.2', pod: { mounts: [cities(2_000_000)] } });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'ghcr.io/acme/cart:1.4.2', pod: { mounts: [cities(1_000_000)] } });
}
