import { ApplicationStack, ClusterDns, ClusterFacts, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const cluster = new ClusterFacts({ dns: ClusterDns.nodeLocal() });
  new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
}

export function passing({ app }: Start): void {
  const cluster = new ClusterFacts({ dns: ClusterDns.nodeLocal('169.254.20.10', ['10.96.0.10']) });
  new ApplicationStack(app, 'east', { platform: new Platform({ cluster }) });
}
