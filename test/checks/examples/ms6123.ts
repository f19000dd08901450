import { Rollout, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new StatefulService(shop, 'db', { image: 'db:16.4', lifecycle: { rollout: Rollout.canary() } });
}

export function passing({ shop }: Start): void {
  new StatefulService(shop, 'db', { image: 'db:16.4', lifecycle: { rollout: Rollout.rolling() } });
}
