import {
  Agent,
  ApplicationStack,
  InternalTrafficPolicy,
  IstioIngressGateway,
  IstioMesh,
  Platform,
  Port,
} from '../../../lib';
import type { Start } from '../example';

const platform = () => new Platform({ mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }) });

export function failing({ app }: Start): void {
  const edge = new ApplicationStack(app, 'edge', { platform: platform() });
  const cache = new Agent(edge, 'cache', { image: 'cache:2.1', ports: [Port.http(8080)] });
  cache.expose({ host: 'cache.example.com', tlsSecret: 'cache-tls', public: true });
}

export function passing({ app }: Start): void {
  const edge = new ApplicationStack(app, 'edge', { platform: platform() });
  const cache = new Agent(edge, 'cache', {
    image: 'cache:2.1',
    ports: [Port.http(8080)],
    internalTrafficPolicy: InternalTrafficPolicy.CLUSTER,
  });
  cache.expose({ host: 'cache.example.com', tlsSecret: 'cache-tls', public: true });
}
