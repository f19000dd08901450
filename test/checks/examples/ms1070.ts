import { Size } from 'cdk8s';
import { Claim, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ shop }: Start, gibibytes: number) =>
  new StatefulService(shop, 'db', {
    image: 'ghcr.io/acme/db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(gibibytes), path: '/var/lib/db' })],
  });

export function failing(start: Start): void {
  program(start, 0);
}

export function passing(start: Start): void {
  program(start, 10);
}
