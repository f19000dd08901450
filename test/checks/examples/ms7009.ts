import { ApplicationStack, KnativeServing, Microservice, Platform, Port, ServerlessFunction } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  const thumbnail = new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2' });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(thumbnail);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  const thumbnail = new Microservice(store, 'thumbnail', { image: 'thumbnail:1.4.2', ports: [Port.http(8080)] });
  const web = new Microservice(store, 'web', { image: 'web:1.4.2', ports: [Port.http(8080)] });
  web.calls(thumbnail);
}
