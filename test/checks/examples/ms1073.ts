import { Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ shop }: Start, partition: number) =>
  new StatefulService(shop, 'db', {
    image: 'ghcr.io/acme/db:16.4',
    scaling: Scaling.fixed(3),
    lifecycle: { partition },
  });

export function failing(start: Start): void {
  program(start, 4);
}

export function passing(start: Start): void {
  program(start, 2);
}
