import { Size } from 'cdk8s';
import { ApplicationStack, Claim, ClusterFacts, Platform, StatefulService } from '../../../lib';
import type { Start } from '../example';

const program = ({ app }: Start, storageClass: string) => {
  const storage = { classes: [{ name: 'fast', canGrow: true }] };
  const platform = new Platform({ cluster: new ClusterFacts({ storage }) });
  new StatefulService(new ApplicationStack(app, 'depot', { platform }), 'db', {
    image: 'ghcr.io/acme/db:16.4',
    claims: [Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db', storageClass })],
  });
};

export function failing(start: Start): void {
  program(start, 'fats');
}

export function passing(start: Start): void {
  program(start, 'fast');
}
