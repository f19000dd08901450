import { keepOwn } from '../../../values';
import { judged } from '../../../arguments';

/** Namespace, labels and ports of an ingress gateway of Istio. */
export interface IstioIngressGatewayProps {
  /**
   * Namespace of its pods, which is also that of the Secrets with certificates.
   *
   * @default istio-ingress
   */
  readonly namespace?: string;

  /**
   * Labels of its pods.
   *
   * @default - istio: ingress
   */
  readonly labels?: { [key: string]: string };

  /**
   * Service account of its pods.
   *
   * @default istio-ingress
   */
  readonly serviceAccount?: string;

  /**
   * Port on which clients of HTTP reach it.
   *
   * @default 80
   */
  readonly httpPort?: number;

  /**
   * Port on which clients of HTTPS reach it.
   *
   * @default 443
   */
  readonly httpsPort?: number;

  /**
   * States that certificates come by ACME's HTTP-01 challenge through this gateway. It then redirects plain HTTP by a
   * route of lowest rank, so that the routes of challenges below `/.well-known/acme-challenge/` take effect.
   *
   * @default false
   */
  readonly acmeChallenges?: boolean;
}

/**
 * An ingress gateway that the platform runs. The defaults are those of Istio's `gateway` chart, installed as
 * `istio-ingress`.
 */
export class IstioIngressGateway {
  /** Namespace of its pods. */
  public readonly namespace: string;

  /** Labels of its pods. */
  public readonly labels: { [key: string]: string };

  /** Service account of its pods. */
  public readonly serviceAccount: string;

  /** Port for HTTP. */
  public readonly httpPort: number;

  /** Port for HTTPS. */
  public readonly httpsPort: number;

  /** True where certificates come by ACME's HTTP-01 challenge. */
  public readonly acmeChallenges: boolean;

  public constructor(props: IstioIngressGatewayProps = {}) {
    const stated = judged(this, 'IstioIngressGateway', props);
    this.namespace = stated.namespace ?? 'istio-ingress';
    this.labels = { ...(stated.labels ?? { istio: 'ingress' }) };
    this.serviceAccount = stated.serviceAccount ?? 'istio-ingress';
    this.httpPort = stated.httpPort ?? 80;
    this.httpsPort = stated.httpsPort ?? 443;
    this.acmeChallenges = stated.acmeChallenges ?? false;
    keepOwn(this, IstioIngressGateway);
  }
}
