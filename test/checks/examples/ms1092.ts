import { Agent } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Agent(shop, 'logs', {
    image: 'logs:2.1',
    pod: { placement: { everyNode: true, nodeSelector: { pool: 'apps' } } },
  });
}

export function passing({ shop }: Start): void {
  new Agent(shop, 'logs', { image: 'logs:2.1', pod: { placement: { nodeSelector: { pool: 'apps' } } } });
}
