import { ApplicationStack, Microservice, Platform, Port, Tracing } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
          samplingPercentage: 200,
        }),
      },
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
          samplingPercentage: 5,
        }),
      },
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
