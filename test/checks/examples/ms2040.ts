import { ApplicationStack, IstioIngressGateway, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }) }),
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.expose({ host: 'shop.example.com', tlsSecret: 'shop', public: true });
  cart.expose({ host: 'shop.example.com', public: true, streaming: true, operation: { paths: ['/events'] } });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }) }),
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  const host = { host: 'shop.example.com', tlsSecret: 'shop', public: true };
  cart.expose(host);
  cart.expose({ ...host, streaming: true, operation: { paths: ['/events'] } });
}
