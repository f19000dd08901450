import { Microservice, Port, Volume } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    mounts: [Volume.scratch('My_Data').at('/data')],
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    mounts: [Volume.scratch('my-data').at('/data')],
  });
}
