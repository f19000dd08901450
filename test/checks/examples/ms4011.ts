import { ApplicationStack, ExternalService, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const clock = new ExternalService(store, 'clock', {
    host: 'clock.example',
    ports: [Port.udp(123)],
    addresses: ['203.0.113.1/32'],
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(clock);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const clock = new ExternalService(store, 'clock', {
    host: 'clock.example',
    ports: [Port.tcp(8123)],
    addresses: ['203.0.113.1/32'],
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(clock);
}
