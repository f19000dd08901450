import { Agent } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Agent(shop, 'logs', { image: 'logs:2.1', host: { nodeAddresses: ['10.0.0.0/16'] } });
}

export function passing({ shop }: Start): void {
  new Agent(shop, 'logs', { image: 'logs:2.1' });
}
