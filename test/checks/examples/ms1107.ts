import { SecretProviderClass } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new SecretProviderClass(shop, 'database', { provider: 'vault' });
}

export function passing({ shop }: Start): void {
  new SecretProviderClass(shop, 'database', {
    provider: 'vault',
    parameters: { roleName: 'shop' },
    objects: [{ objectName: 'password', secretPath: 'secret/data/shop/database', secretKey: 'password' }],
  });
}
