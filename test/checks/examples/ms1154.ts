import { ApplicationStack, Flagger, IstioMesh, Microservice, Platform, Port, Rollout } from '../../../lib';
import type { Start } from '../example';

function program({ app }: Start, selector: { [key: string]: string } | undefined): void {
  const platform = new Platform({ mesh: new IstioMesh(), delivery: new Flagger() });
  const meshed = new ApplicationStack(app, 'meshed', { platform });
  new Microservice(meshed, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
    metadata: { adopts: { container: 'server', ...(selector && { selector }) } },
  });
}

export function failing(start: Start): void {
  program(start, { app: 'cart' });
}

export function passing(start: Start): void {
  program(start, undefined);
}
