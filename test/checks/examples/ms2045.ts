import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  const metrics = Port.http(9090, { name: 'metrics', servesMetrics: true, metricsPath: '*' });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080), metrics] });
}

export function passing({ shop }: Start): void {
  const metrics = Port.http(9090, { name: 'metrics', servesMetrics: true, metricsPath: '/metrics' });
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080), metrics] });
}
