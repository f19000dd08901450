import {
  ApplicationStack,
  ArgoRollouts,
  CanaryStep,
  IstioMesh,
  Microservice,
  Platform,
  Port,
  Rollout,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), delivery: new ArgoRollouts() }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.canary({ analysis: false, steps: [CanaryStep.header('x-version', 'next')] }) },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), delivery: new ArgoRollouts() }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.canary({ analysis: false, steps: [CanaryStep.header('x-version', 'next')] }) },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}
