import { Duration } from 'cdk8s';
import {
  CallOptions,
  Flagger,
  FlaggerProps,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  PlatformProps,
  Port,
  PrometheusOperator,
  Rollout,
} from '../../../../lib';
import { ManifestObject } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from '../../mesh/istio/program';

export const ADDRESS = 'http://prometheus.monitoring:9090';

/** `cart`, which serves gRPC, has a canary and is called by `web`, on a platform with Istio, Prometheus and Flagger. */
export class FlaggerProgram extends IstioProgram {
  public readonly cart: Microservice;
  public readonly web: Microservice;

  public constructor(
    props: Partial<MicroserviceProps> = {},
    { flagger = {}, ...platform }: Omit<PlatformProps, 'mesh' | 'cluster'> & { readonly flagger?: FlaggerProps } = {},
    call: CallOptions = {},
  ) {
    super({ ingressGateway: GATEWAY }, { scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }, undefined, {
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'prometheus' }, address: ADDRESS }) },
      delivery: new Flagger(flagger),
      ...platform,
    });
    this.cart = this.serve('cart', {
      ports: [Port.grpc(7070)],
      objectives: [Objective.availability(99.9)],
      ...props,
      lifecycle: { rollout: Rollout.canary({ requestsPerSecond: 20 }), ...props.lifecycle },
    });
    this.web = this.serve('web');
    this.web.calls(this.cart, { timeout: Duration.seconds(2), idempotent: true, ...call });
  }

  /** The objects of a kind of `cart`, by their names. */
  public names(kind: string): string[] {
    return this.written()
      .filter((manifest) => manifest.kind === kind && manifest.metadata.labels?.['app.kubernetes.io/name'] === 'cart')
      .map(({ metadata }) => metadata.name);
  }
}

/**
 * Labels of the pods that Flagger makes for the version that takes the requests:
 * https://github.com/fluxcd/flagger/blob/main/pkg/canary/util.go
 */
export function primaryLabels({ spec }: ManifestObject): Record<string, string> {
  const { labels } = (spec as { template: { metadata: { labels: Record<string, string> } } }).template.metadata;
  return { ...labels, 'app.kubernetes.io/name': `${labels['app.kubernetes.io/name']}-primary` };
}
