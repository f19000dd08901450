import { ApplicationStack, GatewayApi, GatewayApiVersion, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ wayIn: new GatewayApi({ version: GatewayApiVersion.of('1.5') }) }),
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.tcp(5432)] });
  cart.expose({ public: true });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ wayIn: new GatewayApi({ version: GatewayApiVersion.of('1.7') }) }),
  });
  const cart = new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.tcp(5432)] });
  cart.expose({ public: true });
}
