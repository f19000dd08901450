/** Gateway for requests from inside the cluster. */
export interface KnativeIngressProps {
  /** Name for findings, such as `Contour`. */
  readonly name: string;

  /** Namespace of its pods and of its Service. */
  readonly namespace: string;

  /** Labels that its pods carry, one at least. */
  readonly labels: { [key: string]: string };

  /** Name of the Service that leads to it, on port 80. */
  readonly service: string;

  /** Port of its pods that this Service leads to. */
  readonly targetPort: number;

  /**
   * Service account of its pods.
   *
   * @default default
   */
  readonly serviceAccount?: string;
}

/** Knative's networking layer. */
export class KnativeIngress {
  /** Kourier, as `kourier.yaml` installs it. */
  public static kourier(): KnativeIngress {
    return new KnativeIngress({
      name: 'Kourier',
      namespace: 'kourier-system',
      labels: { app: '3scale-kourier-gateway' },
      service: 'kourier-internal',
      targetPort: 8081,
    });
  }

  /**
   * Gateways of Istio, as `net-istio.yaml` finds them: pods with the label `istio: ingressgateway` in `istio-system`.
   */
  public static istio(): KnativeIngress {
    return new KnativeIngress({
      name: 'net-istio',
      namespace: 'istio-system',
      labels: { istio: 'ingressgateway' },
      service: 'knative-local-gateway',
      targetPort: 8081,
      serviceAccount: 'istio-ingressgateway-service-account',
    });
  }

  /** Another networking layer, or one that is installed otherwise. */
  public static of(props: KnativeIngressProps): KnativeIngress {
    return new KnativeIngress(props);
  }

  /** @internal */
  public readonly _facts: Required<KnativeIngressProps>;

  private constructor(props: KnativeIngressProps) {
    this._facts = { ...props, labels: { ...props.labels }, serviceAccount: props.serviceAccount ?? 'default' };
  }
}
