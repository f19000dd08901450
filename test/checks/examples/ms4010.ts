import { ApplicationStack, ExternalService, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const bank = new ExternalService(store, 'bank', {
    host: 'bank.example',
    ports: [Port.tcp(5432)],
    addresses: ['203.0.113.1/32'],
  });
  const mint = new ExternalService(store, 'mint', {
    host: 'mint.example',
    ports: [Port.tcp(5432)],
    addresses: ['203.0.113.1/32'],
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(bank);
  cart.calls(mint);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const bank = new ExternalService(store, 'bank', {
    host: 'bank.example',
    ports: [Port.tcp(5432)],
    addresses: ['203.0.113.1/32'],
  });
  const mint = new ExternalService(store, 'mint', {
    host: 'mint.example',
    ports: [Port.tcp(5433)],
    addresses: ['203.0.113.1/32'],
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(bank);
  cart.calls(mint);
}
