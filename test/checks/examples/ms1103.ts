import { ExternalSecret, Microservice, RemoteKey, SecretStore } from '../../../lib';
import type { Start } from '../example';

function database({ shop }: Start): ExternalSecret {
  return new ExternalSecret(shop, 'database', {
    store: SecretStore.cluster('vault'),
    keys: { password: RemoteKey.of('shop/database', { property: 'password' }) },
  });
}

export function failing(start: Start): void {
  const { secret } = database(start);
  new Microservice(start.shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { envValues: { PASSWORD: secret.variable('pasword') } },
  });
}

export function passing(start: Start): void {
  const { secret } = database(start);
  new Microservice(start.shop, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    pod: { envValues: { PASSWORD: secret.variable('password') } },
  });
}
