import {
  ApplicationStack,
  IstioMesh,
  KnativeServing,
  Microservice,
  Platform,
  Port,
  ServerlessFunction,
  Tracing,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const platform = new Platform({
    mesh: new IstioMesh(),
    functions: new KnativeServing(),
    observability: {
      tracing: new Tracing({
        collector: { service: 'collector', namespace: 'telemetry', labels: { 'app.kubernetes.io/name': 'collector' } },
      }),
    },
  });
  const telemetry = new ApplicationStack(app, 'telemetry', { platform });
  new Microservice(telemetry, 'collector', { image: 'collector:1.4.2', ports: [Port.grpc(4317)] });
  const store = new ApplicationStack(app, 'store', { platform });
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2' });
}

export function passing({ app }: Start): void {
  const platform = new Platform({
    mesh: new IstioMesh(),
    functions: new KnativeServing(),
    observability: {
      tracing: new Tracing({
        collector: { service: 'collector', namespace: 'telemetry', labels: { 'app.kubernetes.io/name': 'collector' } },
      }),
    },
  });
  const telemetry = new ApplicationStack(app, 'telemetry', { platform });
  new Microservice(telemetry, 'collector', { image: 'collector:1.4.2', ports: [Port.grpc(4317)] });
  const store = new ApplicationStack(app, 'store', { platform });
  new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2', telemetry: { tracing: false } });
}
