import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Keda,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusOperator,
  Scaling,
  ScalingMetric,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.requestsPerSecond(5)], { min: 0, max: 9 }),
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.requestsPerSecond(5)], { min: 1, max: 9 }),
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}
