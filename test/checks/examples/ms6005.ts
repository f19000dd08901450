import {
  ApplicationStack,
  Backlog,
  BacklogSource,
  Keda,
  Microservice,
  Platform,
  PodIdentityProvider,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const orders = Backlog.sqs(9, { queue: 'orders' });
  const source = BacklogSource.sqs({
    queueUrl: 'https://sqs.example/orders',
    region: 'eu-central-1',
    credentials: TriggerCredentials.none(),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ autoscaling: new Keda() }) });
  const orders = Backlog.sqs(9, { queue: 'orders' });
  const source = BacklogSource.sqs({
    queueUrl: 'https://sqs.example/orders',
    region: 'eu-central-1',
    credentials: TriggerCredentials.podIdentity(PodIdentityProvider.AWS),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    scaling: Scaling.on([ScalingMetric.backlog(orders, 5, source)], { max: 9 }),
  });
}
