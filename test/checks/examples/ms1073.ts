import { Scaling, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new StatefulService(shop, 'db', {
    image: 'db:16.4',
    scaling: Scaling.fixed(3),
    lifecycle: { order: { partition: 4 } },
  });
}

export function passing({ shop }: Start): void {
  new StatefulService(shop, 'db', {
    image: 'db:16.4',
    scaling: Scaling.fixed(3),
    lifecycle: { order: { partition: 2 } },
  });
}
