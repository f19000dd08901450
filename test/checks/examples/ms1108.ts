import { ApplicationStack, ClusterFacts, Microservice, NetworkPeer, Platform, VaultFile } from '../../../lib';
import type { Start } from '../example';

const props = {
  image: 'ghcr.io/acme/cart:1.4.2',
  pod: { mounts: [VaultFile.of('/vault/secrets/database', 'secret/data/shop/database')] },
};

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', props);
}

export function passing({ app }: Start): void {
  const vault = { peers: [NetworkPeer.pods({ namespace: 'vault' })] };
  const platform = new Platform({ cluster: new ClusterFacts({ storage: { secrets: { vault } } }) });
  new Microservice(new ApplicationStack(app, 'sale', { platform }), 'cart', props);
}
