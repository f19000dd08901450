import { ApplicationStack, Flagger, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ delivery: new Flagger({ gate: 'flagger-loadtester/gate/check' }) }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ delivery: new Flagger({ gate: 'http://flagger-loadtester.flagger/gate/check' }) }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
