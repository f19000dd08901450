import { Cpu } from 'cdk8s-plus-27';
import { ApplicationStack, KnativeServing, Platform, ServerlessFunction } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  const pod = { cpu: { request: Cpu.millis(500) } };
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2', resources: { pod } });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  const cpu = { request: Cpu.millis(500) };
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2', resources: { cpu } });
}
