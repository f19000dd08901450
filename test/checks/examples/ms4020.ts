import {
  ApplicationStack,
  Flagger,
  IstioIngressGateway,
  IstioMesh,
  Microservice,
  Platform,
  Port,
  Rollout,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway({ acmeChallenges: true }) }),
      delivery: new Flagger(),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
  });
  cart.expose({ host: 'shop.example.com', tlsSecret: 'shop', public: true });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway({ acmeChallenges: true }) }),
      delivery: new Flagger(),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
  });
  cart.expose({ host: 'shop.example.com', tlsSecret: 'shop', httpsRedirect: false, public: true });
}
