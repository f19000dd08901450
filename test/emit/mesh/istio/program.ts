import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  ClusterFactsProps,
  ExternalService,
  ExternalServiceProps,
  IstioIngressGateway,
  IstioMesh,
  IstioMeshProps,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  Platform,
  PlatformProps,
  Port,
} from '../../../../lib';
import { ManifestObject, synthesize } from '../../../support/manifests';

/** Who scrapes metrics, in tests that say so. */
export const PROMETHEUS = NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } });

/** A gateway with the defaults. */
export const GATEWAY = new IstioIngressGateway();

/** A program on Istio, of one stack named shop to begin with. */
export class IstioProgram {
  public readonly shop: ApplicationStack;
  private readonly platform: Platform;

  public constructor(
    mesh: IstioMeshProps = {},
    cluster: ClusterFactsProps = {},
    public readonly app: App = Testing.app(),
    platform: PlatformProps = {},
  ) {
    this.platform = new Platform({ ...platform, mesh: new IstioMesh(mesh), cluster: new ClusterFacts(cluster) });
    this.shop = this.stack('shop');
  }

  /** A stack in a namespace of its own. */
  public stack(id: string): ApplicationStack {
    return new ApplicationStack(this.app, id, { platform: this.platform });
  }

  /** A microservice that serves HTTP on port 80 by its port 8080, unless something else is stated. */
  public serve(
    name: string,
    props: Partial<MicroserviceProps> = {},
    stack: ApplicationStack = this.shop,
  ): Microservice {
    return new Microservice(stack, name, {
      image: `acme/${name}:1`,
      ports: [Port.http(80, { targetPort: 8080 })],
      ...props,
    });
  }

  /** An external service that speaks TLS, unless something else is stated. */
  public external(
    name: string,
    props: Partial<ExternalServiceProps> = {},
    stack: ApplicationStack = this.shop,
  ): ExternalService {
    return new ExternalService(stack, name, { host: `${name}.example.com`, ports: [Port.tls(443)], ...props });
  }

  /** What is written. */
  public written(): ManifestObject[] {
    return synthesize(this.app);
  }
}

/** The labels by which pods of a microservice are selected. */
export function labelsOf(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name };
}
