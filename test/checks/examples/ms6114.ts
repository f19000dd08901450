import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  Flagger,
  IstioMesh,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusOperator,
  Rollout,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      delivery: new Flagger(),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true, scaleDownDelay: Duration.seconds(10) }) },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      delivery: new Flagger(),
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    lifecycle: { rollout: Rollout.blueGreen({ autoPromotion: true, scaleDownDelay: Duration.seconds(60) }) },
  });
}
