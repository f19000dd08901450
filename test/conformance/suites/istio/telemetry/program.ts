import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Logging,
  Microservice,
  Platform,
  Port,
  Tracing,
} from '../../../../../lib';
import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { readSystems, System } from '../../../manifests';
import { COLLECTOR } from '../../../mesh';

/** The namespace of the microservices. */
export const NAMESPACE = 'traced';

/** Statements: the share of traced requests, and the threshold of slow ones. */
export const SAMPLING_PERCENTAGE = 0.01;
export const SLOW_SECONDS = 0.5;

const LABELS = { app: 'collector' };

/**
 * Two microservices, one of which calls the other by HTTP, by gRPC and by bytes, on a platform that traces and logs.
 */
export function synthesizeTraced(folder: string): System {
  const app = new App({ outdir: folder });
  const platform = new Platform({
    cluster: new ClusterFacts({ name: 'telemetry', kubernetesVersion: KubernetesVersion.of('1.34') }),
    mesh: new IstioMesh(),
    observability: {
      tracing: new Tracing({
        collector: { ...COLLECTOR, labels: LABELS },
        samplingPercentage: SAMPLING_PERCENTAGE,
        meshProvider: 'otel',
      }),
      logging: new Logging({ meshProvider: 'json', slowerThan: Duration.seconds(SLOW_SECONDS) }),
    },
  });
  const stack = new ApplicationStack(app, NAMESPACE, { platform });
  const serve = (name: string, ports: Port[]) =>
    new Microservice(stack, name, { image: `ghcr.io/acme/${name}:1.0.0`, ports });
  const [web, cart] = [
    serve('web', [Port.http(8080)]),
    serve('cart', [Port.http(8080), Port.grpc(9090), Port.tcp(6379)]),
  ];
  for (const port of [8080, 9090, 6379]) web.calls(cart, { port, addressEnv: `CART_${port}` });
  app.synth();
  return readSystems(folder)[0]!;
}

/** A collector, outside of the mesh: a Service with a pod, like any other. */
export function collectorObjects(): KubernetesObject[] {
  const { namespace, service: name, port } = COLLECTOR;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace, name },
      spec: { selector: LABELS, ports: [{ name: 'grpc-otlp', port, appProtocol: 'grpc' }] },
    },
  ];
}

/** Its pod. */
export function collectorPod(): KubernetesObject {
  const { namespace, service: name, port } = COLLECTOR;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name, labels: LABELS },
    spec: { serviceAccountName: name, containers: [{ name, image: 'collector', ports: [{ containerPort: port }] }] },
  };
}
