import { ExternalSecret, RemoteKey, SecretStore } from '../../../lib';
import type { Start } from '../example';

const keys = { password: RemoteKey.of('shop/database', { property: 'password' }) };

export function failing({ shop }: Start): void {
  new ExternalSecret(shop, 'database', { keys });
}

export function passing({ shop }: Start): void {
  new ExternalSecret(shop, 'database', { keys, store: SecretStore.cluster('vault') });
}
