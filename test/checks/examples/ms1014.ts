import { Size } from 'cdk8s';
import { Microservice, Port, Volume } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: {
      mounts: [Volume.emptyDir('data').at('/a'), Volume.emptyDir('data', { sizeLimit: Size.gibibytes(1) }).at('/b')],
    },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: {
      mounts: [Volume.emptyDir('data').at('/a'), Volume.emptyDir('more', { sizeLimit: Size.gibibytes(1) }).at('/b')],
    },
  });
}
