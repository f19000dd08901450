import {
  ApplicationStack,
  Backlog,
  BacklogSource,
  Keda,
  Microservice,
  Platform,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const orders = Backlog.redisStream(9, { stream: 'orders', group: 'cart' });
  const credentials = TriggerCredentials.none();
  const source = BacklogSource.redis({ addresses: ['redis:6379'], credentials, database: NaN });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const orders = Backlog.redisStream(9, { stream: 'orders', group: 'cart' });
  const credentials = TriggerCredentials.none();
  const source = BacklogSource.redis({ addresses: ['redis:6379'], credentials, database: 1 });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}
