import { Duration } from 'cdk8s';
import { Microservice, Port, Probe } from '../../../lib';
import type { Start } from '../example';

const startup = Probe.http('/started', { period: Duration.seconds(10), failureThreshold: 90 });

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    probes: { startup },
    lifecycle: { startupTime: Duration.seconds(60) },
  });
}

export function passing({ shop }: Start): void {
  new Microservice(shop, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    probes: { startup },
    lifecycle: { startupTime: Duration.seconds(900) },
  });
}
