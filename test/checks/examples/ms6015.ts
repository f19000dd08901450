import { Duration } from 'cdk8s';
import { ApplicationStack, IstioMesh, Keda, Microservice, Platform, Port, Scaling, ScalingMetric } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' }, httpAddOn: {} }),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }),
    lifecycle: { startupTime: Duration.seconds(10) },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { timeout: Duration.seconds(5) });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      mesh: new IstioMesh(),
      autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' }, httpAddOn: {} }),
    }),
  });
  const cart = new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }),
    lifecycle: { startupTime: Duration.seconds(10) },
  });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(cart, { timeout: Duration.seconds(20) });
}
