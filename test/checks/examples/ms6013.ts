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
  const orders = Backlog.kafka(100, { consumerGroup: 'cart', topic: 'orders' });
  const source = BacklogSource.kafka({
    bootstrapServers: ['kafka:9092'],
    partitions: 8,
    credentials: TriggerCredentials.none(),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const orders = Backlog.kafka(100, { consumerGroup: 'cart', topic: 'orders' });
  const source = BacklogSource.kafka({
    bootstrapServers: ['kafka:9092'],
    partitions: 9,
    credentials: TriggerCredentials.none(),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}
