import { Rollout, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ shop }: Start, rollout: Rollout) =>
  new StatefulService(shop, 'db', { image: 'ghcr.io/acme/db:16.4', lifecycle: { rollout } });

export function failing(start: Start): void {
  program(start, Rollout.canary());
}

export function passing(start: Start): void {
  program(start, Rollout.rolling());
}
