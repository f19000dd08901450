import { NetworkPeer } from '../../../values';

/** Name, pods and identity of a class of gateways. */
export interface GatewayClassProps {
  /** Name of the GatewayClass. */
  readonly name: string;

  /** Labels that the pods of its gateways carry. */
  readonly labels: { [key: string]: string };

  /**
   * Namespace of the pods of its gateways.
   *
   * @default - that of each Gateway
   */
  readonly namespace?: string;

  /**
   * Service account of these pods, where they are in the mesh of the platform.
   *
   * @default - none: they are outside of the mesh, and send plain text
   */
  readonly serviceAccount?: string;
}

/** Name and namespace of a Gateway. */
export interface GatewayName {
  /** Name of the Gateway. */
  readonly name: string;

  /** Namespace of the Gateway. */
  readonly namespace: string;
}

/** A class of gateways: the pods that carry the requests, and their identity. */
export class GatewayClass {
  /**
   * Istio: it runs a Deployment for each Gateway in its namespace, with a service account `<gateway>-istio`.
   *
   * @param name of the GatewayClass, by default istio
   */
  public static istio(name: string = 'istio'): GatewayClass {
    return new GatewayClass(name, true);
  }

  /**
   * Envoy Gateway: it runs the proxies of all Gateways in `envoy-gateway-system`, outside of any mesh.
   *
   * @param name of the GatewayClass, by default eg
   */
  public static envoyGateway(name: string = 'eg'): GatewayClass {
    return new GatewayClass(name, false);
  }

  /** Another class. */
  public static of(props: GatewayClassProps): GatewayClass {
    return new GatewayClass(props.name, false, { ...props, labels: { ...props.labels } });
  }

  private constructor(
    /** Name of the GatewayClass. */
    public readonly name: string,
    /** @internal */
    public readonly _isIstio: boolean,
    /** @internal */
    public readonly _props?: GatewayClassProps,
  ) {}

  /**
   * Pods of a Gateway.
   *
   * @internal
   */
  public _pods({ name, namespace }: GatewayName): NetworkPeer {
    if (this._props !== undefined)
      return NetworkPeer.pods({ namespace: this._props.namespace ?? namespace, labels: this._props.labels });
    return this._isIstio
      ? NetworkPeer.pods({ namespace, labels: { 'gateway.networking.k8s.io/gateway-name': name } })
      : NetworkPeer.pods({
          namespace: 'envoy-gateway-system',
          labels: {
            'gateway.envoyproxy.io/owning-gateway-name': name,
            'gateway.envoyproxy.io/owning-gateway-namespace': namespace,
          },
        });
  }

  /**
   * Service account of these pods, as `namespace/name`. Undefined outside of a mesh.
   *
   * @internal
   */
  public _account({ name, namespace }: GatewayName): string | undefined {
    if (this._isIstio) return `${namespace}/${name}-istio`;
    const { namespace: theirs = namespace, serviceAccount } = this._props ?? {};
    return serviceAccount === undefined ? undefined : `${theirs}/${serviceAccount}`;
  }
}
