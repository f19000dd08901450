import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  IstioIngressGateway,
  IstioMesh,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  Platform,
  PlatformProps,
  Port,
  PrometheusOperator,
  Scaling,
} from '../../../lib';
import { find, ManifestObject, Parsed, synthesize } from '../../support/manifests';
import type { Kinds } from '../../support/kinds';

/** A platform on which callers' proxies count requests. */
export const MEASURED: PlatformProps = {
  cluster: new ClusterFacts({
    scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
  }),
  mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
  observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
};

/** `cart`, scaled as stated, on a platform. */
export function scaled(
  scaling: Scaling,
  platform: PlatformProps = {},
  props: Partial<MicroserviceProps> = {},
): Microservice {
  const stack = new ApplicationStack(Testing.app(), 'shop', { platform: new Platform(platform) });
  const cart = new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)], scaling, ...props });
  // Proxies count requests where somebody sends some.
  if (cart.service !== undefined) new Microservice(stack, 'web', { image: 'acme/web:1' }).calls(cart);
  return cart;
}

/** A worker, which nobody calls. */
export function worker(
  scaling: Scaling,
  platform: PlatformProps = {},
  props: Partial<MicroserviceProps> = {},
): Microservice {
  return scaled(scaling, platform, { ports: [], ...props });
}

/** What the program of a microservice writes. */
export function written(microservice: Microservice): ManifestObject[] {
  return synthesize(microservice.node.root as App);
}

/** The spec of an object of `cart`. */
export function specOf<
  K extends 'HorizontalPodAutoscaler' | 'ScaledObject' | 'TriggerAuthentication' | 'VerticalPodAutoscaler',
>(kind: K, microservice: Microservice, name = 'cart'): Parsed<Kinds[K]>['spec'] {
  return find(written(microservice), kind, name).spec;
}
