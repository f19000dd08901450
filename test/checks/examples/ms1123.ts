import { Microservice, Port, Probe } from '../../../lib';
import type { Start } from '../example';

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(8080)], probes: { none: true } });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    probes: { none: true, readiness: Probe.http('/ready'), liveness: Probe.http('/alive') },
  });
}
