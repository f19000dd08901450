import type { Size } from 'cdk8s';

/** Statements of an exposure that depend on the platform's way in. */
export interface WayInOptions {
  /**
   * Further hosts under which clients send the same requests.
   *
   * @default - the host of the exposure alone
   */
  readonly hosts?: string[];

  /**
   * Largest body of a request, 1 KiB or more.
   *
   * @default - that of the way in: 1 MiB with ingress-nginx, no bound with others
   */
  readonly maxBodySize?: Size;

  /**
   * Port of every node under which clients connect, of a NodePort way in; each cluster has a range of them, 30000 to
   * 32767 where it states no other.
   *
   * @default - a free one that the cluster chooses
   */
  readonly nodePort?: number;
}
