import { Agent, ApplicationStack, PodSecurityLevel, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Agent(nodes, 'statsd', { image: 'statsd:2.1', ports: [Port.udp(8125, { hostPort: 8125 })] });
  new Agent(nodes, 'metrics', { image: 'metrics:2.1', ports: [Port.udp(8125, { hostPort: 8125 })] });
}

export function passing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Agent(nodes, 'statsd', { image: 'statsd:2.1', ports: [Port.udp(8125, { hostPort: 8125 })] });
  new Agent(nodes, 'metrics', { image: 'metrics:2.1', ports: [Port.udp(8125, { hostPort: 9125 })] });
}
