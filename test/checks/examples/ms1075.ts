import { Size } from 'cdk8s';
import { ApplicationStack, Claim, ClusterFacts, Platform, StatefulService } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const storage = { classes: [{ name: 'local' }, { name: 'fast', canGrow: true }] };
  const platform = new Platform({ cluster: new ClusterFacts({ storage }) });
  new StatefulService(new ApplicationStack(app, 'depot', { platform }), 'db', {
    image: 'db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db', storageClass: 'local' })],
  });
}

export function passing({ app }: Start): void {
  const storage = { classes: [{ name: 'local' }, { name: 'fast', canGrow: true }] };
  const platform = new Platform({ cluster: new ClusterFacts({ storage }) });
  new StatefulService(new ApplicationStack(app, 'depot', { platform }), 'db', {
    image: 'db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db', storageClass: 'fast' })],
  });
}
