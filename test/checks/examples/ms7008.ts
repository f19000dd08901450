import { ApplicationStack, KnativeServing, Platform, Scaling, ScalingMetric, ServerlessFunction } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  new ServerlessFunction(store, 'thumbnail', {
    image: 'thumbnail:1.4.2',
    scaling: Scaling.on([ScalingMetric.concurrency(10)], { max: 0 }),
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  new ServerlessFunction(store, 'thumbnail', {
    image: 'thumbnail:1.4.2',
    scaling: Scaling.on([ScalingMetric.concurrency(10)], { max: 9 }),
  });
}
