import { Size } from 'cdk8s';
import { Claim, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const data = Claim.of('data', { size: Size.gibibytes(0), path: '/var/lib/db' });
  new StatefulService(shop, 'db', { image: 'db:16.4', claims: [data] });
}

export function passing({ shop }: Start): void {
  const data = Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db' });
  new StatefulService(shop, 'db', { image: 'db:16.4', claims: [data] });
}
