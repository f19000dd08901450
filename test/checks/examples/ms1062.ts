import { Microservice, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    env: { CACHE_URL: 'redis://$(CACHE_HOST):6379' },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    env: { CACHE_HOST: 'cache.example.com', CACHE_URL: 'redis://$(CACHE_HOST):6379' },
  });
}
