import { Size } from 'cdk8s';
import { ApplicationStack, ClusterFacts, Microservice, Platform, Volume } from '../../../lib';
import type { Start } from '../example';

const platform = new Platform({ cluster: new ClusterFacts({ storage: { requiresVolumeSizes: true } }) });

export function failing({ app }: Start): void {
  new Microservice(new ApplicationStack(app, 'find', { platform }), 'search', {
    image: 'ghcr.io/acme/search:2.1.0',
    pod: { mounts: [Volume.emptyDir('index').at('/var/lib/search')] },
  });
}

export function passing({ app }: Start): void {
  new Microservice(new ApplicationStack(app, 'find', { platform }), 'search', {
    image: 'ghcr.io/acme/search:2.1.0',
    pod: { mounts: [Volume.emptyDir('index', { sizeLimit: Size.gibibytes(2) }).at('/var/lib/search')] },
  });
}
