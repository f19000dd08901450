import { ApplicationStack, KnativeFeature, KnativeServing, Platform, ServerlessFunction } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', { platform: new Platform({ functions: new KnativeServing() }) });
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2', security: { fsGroup: 3000 } });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ functions: new KnativeServing({ features: [KnativeFeature.SECURITY_CONTEXT] }) }),
  });
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2', security: { fsGroup: 3000 } });
}
