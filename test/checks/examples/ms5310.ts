import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Microservice,
  NetworkPeer,
  Objective,
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
      observability: {
        monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }),
      },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    objectives: [Objective.availability(99.9)],
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      observability: {
        monitoring: new PrometheusOperator({ selector: { release: 'monitoring' }, retention: Duration.days(30) }),
      },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    objectives: [Objective.availability(99.9)],
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart);
}
