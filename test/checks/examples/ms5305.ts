import { ApplicationStack, Microservice, Platform, Port, Propagator, Tracing } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
        }),
      },
    }),
  });
  const stock = new Microservice(store, 'stock', {
    image: 'stock:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { propagators: [Propagator.TRACE_CONTEXT] },
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { propagators: [Propagator.B3] },
  });
  cart.calls(stock);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
        }),
      },
    }),
  });
  const stock = new Microservice(store, 'stock', {
    image: 'stock:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { propagators: [Propagator.TRACE_CONTEXT] },
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { propagators: [Propagator.B3, Propagator.TRACE_CONTEXT] },
  });
  cart.calls(stock);
}
