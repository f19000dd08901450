import { ApplicationStack, Backlog, Microservice, Platform, Port, PrometheusOperator } from '../../../lib';
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
    telemetry: { alerts: { backlogTooLong: true } },
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
    telemetry: { alerts: { backlogTooLong: true }, backlogs: [Backlog.kafka(100, { consumerGroup: 'cart' })] },
  });
}
