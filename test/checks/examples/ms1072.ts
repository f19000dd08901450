import { Microservice, Rollout, Scaling, Volume } from '../../../lib';
import type { Start } from '../example';

const pod = { mounts: [Volume.claimNamed('uploads', 'uploads').at('/uploads')] };

export function failing({ shop }: Start): void {
  new Microservice(shop, 'files', { image: 'ghcr.io/acme/files:1.0.0', pod });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'files', {
    image: 'ghcr.io/acme/files:1.0.0',
    scaling: Scaling.fixed(1),
    lifecycle: { rollout: Rollout.recreate() },
    pod,
  });
}
