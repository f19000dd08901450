import { ApplicationStack, IstioMesh, Microservice, Platform, Port, Rollout } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh() }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.tcp(9090)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh() }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(9090)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
  });
}
