/** Host of a workload behind a gateway. */
export interface CertifiedHost {
  readonly namespace: string;
  readonly host: string;
}

/**
 * Certificate of a gateway, with its hosts of all workloads.
 *
 * Clients send requests for all hosts of a certificate over one connection, so that one server takes them all: that of
 * the first workload by namespace and name.
 */
export interface GatewayCertificate {
  /** Name of its Secret. */
  readonly secret: string;
  readonly owner: { readonly namespace: string; readonly name: string };
  /** Sorted by host. */
  readonly hosts: readonly CertifiedHost[];
}
