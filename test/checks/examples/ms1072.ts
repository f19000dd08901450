import { Microservice, Rollout, Scaling, Volume } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'files', {
    image: 'files:1.0.0',
    pod: { mounts: [Volume.claimNamed('uploads', 'uploads').at('/uploads')] },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'files', {
    image: 'files:1.0.0',
    scaling: Scaling.fixed(1),
    lifecycle: { rollout: Rollout.recreate() },
    pod: { mounts: [Volume.claimNamed('uploads', 'uploads').at('/uploads')] },
  });
}
