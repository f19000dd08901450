import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  NetworkPeer,
  Objective,
  Platform,
  Port,
  PrometheusOperator,
  RequestMetrics,
} from '../../../../lib';
import { readSystems, System } from '../../manifests';

/** Namespaces of the microservices and of Prometheus, and its selector of monitors and rules. */
export const SHOP = 'shop';
export const MONITORING = 'monitoring';
export const SELECTOR = { release: 'prometheus' };

/**
 * A microservice with metrics of its own on a port beside, its caller without any, and objectives of both the mesh's
 * and its own series.
 */
export function synthesizeShop(folder: string): System {
  const app = new App({ outdir: folder });
  const scrapers = [NetworkPeer.pods({ namespace: MONITORING, labels: { 'app.kubernetes.io/name': 'prometheus' } })];
  const platform = new Platform({
    cluster: new ClusterFacts({ name: 'scraping', kubernetesVersion: KubernetesVersion.of('1.34'), scrapers }),
    mesh: new IstioMesh(),
    observability: { monitoring: new PrometheusOperator({ selector: SELECTOR }) },
  });
  const stack = new ApplicationStack(app, SHOP, { platform });
  const checkout = new Microservice(stack, 'checkout', {
    image: 'ghcr.io/acme/checkout:1.0.0',
    ports: [Port.http(8080), Port.http(9090, { name: 'http-metrics', servesMetrics: true })],
    telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
    objectives: [Objective.availability(99.9), Objective.latency(99, Duration.millis(250))],
  });
  const frontend = new Microservice(stack, 'frontend', {
    image: 'ghcr.io/acme/frontend:1.0.0',
    ports: [Port.http(8080)],
  });
  frontend.calls(checkout, { port: 8080, timeout: Duration.seconds(1), idempotent: true });
  app.synth();
  return readSystems(folder)[0]!;
}
