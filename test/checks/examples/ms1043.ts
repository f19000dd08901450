import { ApplicationStack, Microservice, Platform, Port, Tracing } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const platform = new Platform({
    observability: {
      tracing: new Tracing({
        collector: {
          service: 'collector',
          namespace: 'telemetry',
          labels: { 'app.kubernetes.io/name': 'otel-collector' },
        },
      }),
    },
  });
  const telemetry = new ApplicationStack(app, 'telemetry', { platform });
  new Microservice(telemetry, 'collector', { image: 'collector:1.4.2', ports: [Port.grpc(4317)] });
}

export function passing({ app }: Start): void {
  const platform = new Platform({
    observability: {
      tracing: new Tracing({
        collector: { service: 'collector', namespace: 'telemetry', labels: { 'app.kubernetes.io/name': 'collector' } },
      }),
    },
  });
  const telemetry = new ApplicationStack(app, 'telemetry', { platform });
  new Microservice(telemetry, 'collector', { image: 'collector:1.4.2', ports: [Port.grpc(4317)] });
}
