import { ApplicationStack, Microservice, PodSecurityLevel, Port, Rollout, Scaling } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Microservice(nodes, 'dns', { image: 'dns:1.4.2', ports: [Port.udp(53, { hostPort: 53 })] });
}

export function passing({ app }: Start): void {
  const nodes = new ApplicationStack(app, 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED });
  new Microservice(nodes, 'dns', {
    image: 'dns:1.4.2',
    ports: [Port.udp(53, { hostPort: 53 })],
    scaling: Scaling.fixed(1),
    lifecycle: { rollout: Rollout.recreate() },
  });
}
