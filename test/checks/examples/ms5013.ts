import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusOperator,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    metadata: { podAnnotations: { 'prometheus.istio.io/merge-metrics': 'false' } },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    metadata: { podAnnotations: { 'prometheus.istio.io/merge-metrics': 'true' } },
  });
}
