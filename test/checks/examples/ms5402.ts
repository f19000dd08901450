import { Duration } from 'cdk8s';
import { ApplicationStack, Logging, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({
      observability: { logging: new Logging({ podLabels: { 'logs.example.com/team': 'shop' } }) },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { logRetention: Duration.days(30) },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ observability: { logging: new Logging({ retentionLabel: 'logs.example.com/days' }) } }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { logRetention: Duration.days(30) },
  });
}
