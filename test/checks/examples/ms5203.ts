import { ApplicationStack, GrafanaConfigMaps, Microservice, Platform, Port, PrometheusOperator } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }),
        dashboards: new GrafanaConfigMaps({ label: 'grafana dashboard' }),
      },
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: {
        monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }),
        dashboards: new GrafanaConfigMaps({ label: 'grafana_dashboard' }),
      },
    }),
  });
  new Microservice(store, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)] });
}
