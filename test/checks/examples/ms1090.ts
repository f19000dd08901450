import { Agent, AgentUpdate } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Agent(shop, 'logs', { image: 'logs:2.1', lifecycle: { update: AgentUpdate.rollingPercent(150) } });
}

export function passing({ shop }: Start): void {
  new Agent(shop, 'logs', { image: 'logs:2.1', lifecycle: { update: AgentUpdate.rollingPercent(15) } });
}
