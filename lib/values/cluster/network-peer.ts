import { SPECIAL_IPV4, SPECIAL_IPV6 } from './special-purpose';

/** Options of a peer that is a set of pods. */
export interface PodsPeerOptions {
  /** Namespace of the pods. */
  readonly namespace: string;

  /**
   * Labels that all of the pods carry.
   *
   * @default - every pod of the namespace
   */
  readonly labels?: { [key: string]: string };
}

/** Someone at the other end of a connection, as network policies can name it. */
export class NetworkPeer {
  /** Pods of a namespace. */
  public static pods(options: PodsPeerOptions): NetworkPeer {
    return new NetworkPeer(options.namespace, { ...options.labels }, undefined, []);
  }

  /**
   * Addresses of a range in CIDR notation, but for ranges inside it.
   *
   * @param cidr the range
   * @param except ranges inside it that are left out, by default none
   */
  public static cidr(cidr: string, except: string[] = []): NetworkPeer {
    return new NetworkPeer(undefined, {}, cidr, [...except]);
  }

  private constructor(
    /** Namespace of the pods, where the peer is pods. */
    public readonly namespace: string | undefined,
    /** Labels of the pods, where the peer is pods. */
    public readonly labels: { [key: string]: string },
    /** Range of addresses, where the peer is one. */
    public readonly range: string | undefined,
    /** Ranges inside `range` that are left out. */
    public readonly except: string[],
  ) {}
}

/** Every address, IPv4 and IPv6. */
export function anyAddress(): NetworkPeer[] {
  return [NetworkPeer.cidr('0.0.0.0/0'), NetworkPeer.cidr('::/0')];
}

/** Every public address: neither pods, nor nodes, nor the metadata of a cloud. */
export function publicAddresses(): NetworkPeer[] {
  return [NetworkPeer.cidr('0.0.0.0/0', [...SPECIAL_IPV4]), NetworkPeer.cidr('::/0', [...SPECIAL_IPV6])];
}
