import {
  ApplicationStack,
  Instrumentation,
  Microservice,
  Platform,
  PodSecurityLevel,
  Port,
  Tracing,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    podSecurity: PodSecurityLevel.RESTRICTED,
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
          operator: true,
        }),
      },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { instrumentation: Instrumentation.GO },
    metadata: { podAnnotations: { 'instrumentation.opentelemetry.io/otel-go-auto-target-exe': '/app' } },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    podSecurity: PodSecurityLevel.PRIVILEGED,
    platform: new Platform({
      observability: {
        tracing: new Tracing({
          collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } },
          operator: true,
        }),
      },
    }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    telemetry: { instrumentation: Instrumentation.GO },
    metadata: { podAnnotations: { 'instrumentation.opentelemetry.io/otel-go-auto-target-exe': '/app' } },
  });
}
