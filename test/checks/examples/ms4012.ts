import { ApplicationStack, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store');
  const depot = new ApplicationStack(app, 'depot', { platform: new Platform({ mesh: new IstioMesh() }) });
  const stock = new Microservice(depot, 'stock', { image: 'stock:1.4.2', ports: [Port.http(8080)] });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(stock);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const depot = new ApplicationStack(app, 'depot', { platform: new Platform({ mesh: new IstioMesh() }) });
  const stock = new Microservice(depot, 'stock', { image: 'stock:1.4.2', ports: [Port.http(8080)] });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(stock);
}
