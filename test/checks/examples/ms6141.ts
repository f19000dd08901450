import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  Flagger,
  IstioMesh,
  Microservice,
  NetworkPeer,
  Objective,
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
      observability: {
        monitoring: new PrometheusOperator({
          selector: { release: 'monitoring' },
          address: 'http://prometheus.monitoring:9090',
        }),
      },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    objectives: [Objective.availability(99.9)],
    lifecycle: { rollout: Rollout.canary() },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { timeout: Duration.seconds(20) });
  const mail = new Microservice(store, 'mail', { image: 'mail:1.4.2', ports: [Port.http(8080)] });
  mail.calls(cart, { timeout: Duration.seconds(5) });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      delivery: new Flagger(),
      observability: {
        monitoring: new PrometheusOperator({
          selector: { release: 'monitoring' },
          address: 'http://prometheus.monitoring:9090',
        }),
      },
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    objectives: [Objective.availability(99.9)],
    lifecycle: { rollout: Rollout.canary() },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { timeout: Duration.seconds(20) });
  const mail = new Microservice(store, 'mail', { image: 'mail:1.4.2', ports: [Port.http(8080)] });
  mail.calls(cart, { timeout: Duration.seconds(20) });
}
