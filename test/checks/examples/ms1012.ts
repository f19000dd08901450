import { Microservice, Port, Volume } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { mounts: [Volume.emptyDir('one').at('/data'), Volume.emptyDir('two').at('/data')] },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { mounts: [Volume.emptyDir('one').at('/data'), Volume.emptyDir('two').at('/more')] },
  });
}
