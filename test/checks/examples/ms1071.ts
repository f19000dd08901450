import { Size } from 'cdk8s';
import { Claim, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new StatefulService(shop, 'db', {
    image: 'db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(10) })],
  });
}

export function passing({ shop }: Start): void {
  new StatefulService(shop, 'db', {
    image: 'db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db' })],
  });
}
