/** A name in `/etc/hosts` of the containers. */
export interface HostAlias {
  /** IP address, IPv4 or IPv6. */
  readonly ip: string;

  /** Names that lead to the address. */
  readonly hostnames: string[];
}

/** Sources of the resolvers of a pod. */
export enum DnsPolicy {
  /** The resolvers of the cluster. */
  CLUSTER_FIRST = 'ClusterFirst',

  /** The resolvers of the node. Names of Services are not found. */
  DEFAULT = 'Default',

  /** The stated resolvers alone. */
  NONE = 'None',
}

/** Resolution of names in a pod. */
export interface PodDns {
  /**
   * Source of the resolvers.
   *
   * @default DnsPolicy.CLUSTER_FIRST
   */
  readonly policy?: DnsPolicy;

  /**
   * Addresses of further resolvers, three at most. Network policies open the way to those among the facts of the
   * cluster alone.
   *
   * @default - none
   */
  readonly nameservers?: string[];

  /**
   * Domains in which names without a final dot are searched, 32 at most.
   *
   * @default - those of the policy
   */
  readonly searches?: string[];

  /**
   * Options of the resolver by name, such as `ndots: '2'`. An empty value states the name alone.
   *
   * @default - those of the policy
   */
  readonly options?: { [name: string]: string };
}
