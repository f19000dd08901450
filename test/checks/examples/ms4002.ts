import { Duration } from 'cdk8s';
import { ApplicationStack, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const stock = new Microservice(shop, 'stock', { image: 'stock:1.4.2', ports: [Port.http(8080)] });
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(stock, { timeout: Duration.seconds(1) });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ mesh: new IstioMesh() }) });
  const stock = new Microservice(store, 'stock', { image: 'stock:1.4.2', ports: [Port.http(8080)] });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
  cart.calls(stock, { timeout: Duration.seconds(1) });
}
