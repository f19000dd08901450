import { Duration } from 'cdk8s';
import { ApplicationStack, ArgoRollouts, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ delivery: new ArgoRollouts({ analysisInterval: Duration.seconds(1) }) }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ delivery: new ArgoRollouts({ analysisInterval: Duration.seconds(10) }) }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
