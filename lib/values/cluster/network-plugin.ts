/** Options of Cilium. */
export interface CiliumOptions {
  /**
   * States that ranges of addresses match nodes too, as Cilium's option `policy-cidr-match-mode: nodes` has it, 1.15 or
   * newer.
   *
   * @default false
   */
  readonly cidrMatchesNodes?: boolean;
}

/** Network plugin of a cluster: it decides which addresses a range in a network policy matches. */
export class NetworkPlugin {
  /** A plugin whose ranges match every address, those of nodes and of the API server included, such as Calico. */
  public static standard(): NetworkPlugin {
    return new NetworkPlugin(false, true);
  }

  /**
   * Cilium, whose ranges match addresses outside of the cluster alone. Nodes and the API server are named by a
   * CiliumNetworkPolicy beside the NetworkPolicy.
   *
   * Source: https://docs.cilium.io/en/stable/security/policy/language/#entities-based and, for ranges,
   * https://docs.cilium.io/en/stable/security/policy/language/#selecting-nodes-with-cidr-ipblock
   */
  public static cilium(options: CiliumOptions = {}): NetworkPlugin {
    return new NetworkPlugin(true, options.cidrMatchesNodes ?? false);
  }

  private constructor(
    /** True for Cilium. */
    public readonly isCilium: boolean,
    /** True where ranges match the addresses of nodes. */
    public readonly cidrMatchesNodes: boolean,
  ) {}
}

/** Modes of kube-proxy that NodeLocal DNSCache tells apart. */
export enum KubeProxyMode {
  /** Kube-proxy's default on Linux: the cache answers on the address of the DNS Service too, which pods ask. */
  IPTABLES = 'iptables',

  /** The cache answers on its own address alone, which kubelets tell pods. */
  IPVS = 'ipvs',
}
