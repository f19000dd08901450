import { ApplicationStack, Keda, Microservice, Platform, Port, Scaling, ScalingMetric } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const office = ScalingMetric.schedule({
    start: '0 8 30 2 *',
    end: '0 18 * * 1-5',
    timezone: 'Europe/Berlin',
    replicas: 5,
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.cpu(), office], { max: 9 }),
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const office = ScalingMetric.schedule({
    start: '0 8 * * 1-5',
    end: '0 18 * * 1-5',
    timezone: 'Europe/Berlin',
    replicas: 5,
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    scaling: Scaling.on([ScalingMetric.cpu(), office], { max: 9 }),
  });
}
