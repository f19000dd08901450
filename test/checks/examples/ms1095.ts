import { Agent, ApplicationStack, PodSecurityLevel, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Agent(nodes, 'metrics', { image: 'metrics:2.1', ports: [Port.tcp(9100)], host: { network: true } });
}

export function passing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Agent(nodes, 'metrics', { image: 'metrics:2.1', ports: [Port.tcp(9100, { hostPort: 9100 })] });
}
