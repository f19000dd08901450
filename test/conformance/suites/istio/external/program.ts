import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  ExternalService,
  ExternalTls,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  Platform,
  Port,
} from '../../../../../lib';
import { GATEWAY } from '../../../isolation';
import { readSystems, System } from '../../../manifests';

/** The host outside of the mesh, and the namespace of its caller. */
export const HOST = 'payments.example.com';
export const NAMESPACE = 'payments';

/** Two microservices, one of which calls a host outside of the mesh, over TLS that its proxy begins. */
export function synthesizePayments(folder: string, caCertificates: string): System {
  const app = new App({ outdir: folder });
  const platform = new Platform({
    cluster: new ClusterFacts({ name: 'external', kubernetesVersion: KubernetesVersion.of('1.34') }),
    mesh: new IstioMesh(),
  });
  const stack = new ApplicationStack(app, NAMESPACE, { platform });
  const provider = new ExternalService(stack, 'provider', {
    host: HOST,
    addresses: [`${GATEWAY}/32`],
    ports: [Port.http(80, { targetPort: 443 })],
    tls: ExternalTls.byProxy({ caCertificates }),
  });
  const payer = new Microservice(stack, 'payer', { image: 'ghcr.io/acme/payer:1.0.0', ports: [Port.http(8080)] });
  new Microservice(stack, 'stranger', { image: 'ghcr.io/acme/stranger:1.0.0', ports: [Port.http(8080)] });
  payer.calls(provider, { timeout: Duration.seconds(1), idempotent: true });
  app.synth();
  return readSystems(folder)[0]!;
}
