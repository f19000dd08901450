import { ApplicationStack, KnativeServing, Platform, ServerlessFunction } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new ServerlessFunction(shop, 'thumbnail', { image: 'thumbnail:1.4.2' });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2' });
}
