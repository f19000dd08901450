import { ApplicationStack, Keda, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ autoscaling: new Keda({ prometheus: { serverAddress: 'prometheus.monitoring' } }) }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus.monitoring:9090' } }),
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
