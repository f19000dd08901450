import {
  ApplicationStack,
  ClusterFacts,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  ScrapeProtocol,
} from '../../../lib';
import type { Start } from '../example';

function cart(app: Start['app'], monitoring: PrometheusAnnotations | PrometheusOperator): void {
  const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ cluster, observability: { monitoring } }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080, { servesMetrics: true, fallbackScrapeProtocol: ScrapeProtocol.PROMETHEUS_TEXT_0_0_4 })],
  });
}

export function failing({ app }: Start): void {
  cart(app, new PrometheusAnnotations());
}

export function passing({ app }: Start): void {
  cart(app, new PrometheusOperator({ selector: { release: 'monitoring' } }));
}
