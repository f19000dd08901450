import { ApplicationStack, Flagger, IstioMesh, Microservice, Platform, Port, Rollout, Scaling } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), delivery: new Flagger() }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.onCpu({ min: 2, max: 20 }),
    lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true }) },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), delivery: new Flagger() }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.fixed(12),
    lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true }) },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}
