import { ApplicationStack, GrafanaConfigMaps, Microservice, Platform, Port, PrometheusOperator } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ observability: { dashboards: new GrafanaConfigMaps() } }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        dashboards: new GrafanaConfigMaps(),
        monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }),
      },
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
