import { ApplicationStack, Microservice, Platform, Port, PrometheusOperator } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { alerts: { labels: { 'cost-center': 'shop' } } },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { alerts: { labels: { team: 'shop' } } },
  });
}
