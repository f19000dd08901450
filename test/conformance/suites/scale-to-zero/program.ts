import * as path from 'node:path';
import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Keda,
  KubernetesVersion,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  Scaling,
  ScalingMetric,
} from '../../../../lib';
import { LocatedObject, readSystems } from '../../manifests';

/** The namespace of the microservices. */
export const NAMESPACE = 'shop';

/** Address of the external scaler. */
export const SCALER = { host: '127.0.0.1', port: 19090 } as const;

/** Seconds that a replica may take to start. */
export const START_SECONDS = 20;

/**
 * Seconds from a request until a first replica's container starts, at the most, as the platform has it where nothing is
 * stated.
 */
const REACTION_SECONDS = 5;
const REQUEST_SECONDS = 3;

/** Seconds that no request may come before the last replica goes: five minutes in a cluster. */
export const COOLDOWN_SECONDS = 5;

/** A caller, and microservices that scale to zero: over HTTP, over gRPC, and one whose pods start nowhere. */
export function shop(folder: string): LocatedObject[] {
  const app = new App({ outdir: path.join(folder, 'shop') });
  const stack = new ApplicationStack(app, NAMESPACE, {
    platform: new Platform({
      cluster: new ClusterFacts({
        name: 'zero',
        kubernetesVersion: KubernetesVersion.of('1.34'),
        scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
      }),
      mesh: new IstioMesh(),
      autoscaling: new Keda({ httpAddOn: { scalerAddress: `${SCALER.host}:${SCALER.port}` } }),
    }),
    defaults: { lifecycle: { longestRequest: Duration.seconds(REQUEST_SECONDS) } },
  });
  const serve = (name: string, port: Port, startupTime = START_SECONDS) =>
    new Microservice(stack, name, {
      image: `ghcr.io/acme/${name}:1.0.0`,
      ports: [port],
      scaling: Scaling.on([ScalingMetric.concurrency(2)], { min: 0, max: 3 }),
      lifecycle: { startupTime: Duration.seconds(startupTime) },
    });
  const frontend = new Microservice(stack, 'frontend', { image: 'ghcr.io/acme/frontend:1.0.0' });
  const wait = (startupTime: number) => ({
    timeout: Duration.seconds(startupTime + REACTION_SECONDS + REQUEST_SECONDS),
  });
  for (const callee of [serve('web', Port.http(8080)), serve('greeter', Port.grpc(5050))])
    frontend.calls(callee, wait(START_SECONDS));
  frontend.calls(serve('never', Port.http(8081), 1), wait(1));
  app.synth();
  return readSystems(app.outdir)[0]!.objects.map((object) => ({
    ...object,
    manifest: hastened(structuredClone(object.manifest)),
  }));
}

function hastened(manifest: any): LocatedObject['manifest'] {
  const { kind, metadata, spec } = manifest;
  if (kind === 'ScaledObject') Object.assign(spec, { pollingInterval: 1, cooldownPeriod: COOLDOWN_SECONDS });
  if (kind === 'Deployment' && metadata.name === 'never')
    spec.template.spec.nodeSelector = { 'example.com/none': 'such' };
  return manifest as LocatedObject['manifest'];
}
