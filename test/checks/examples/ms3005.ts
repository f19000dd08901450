import { ApplicationStack, ClusterFacts, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a', 'a'] });
  new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ zones: ['a', 'b'] });
  new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
}
