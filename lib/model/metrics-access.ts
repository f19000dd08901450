/** Where a scraper keeps the certificate that a mesh has given it. */
export interface ClientCertificateOptions {
  /** Namespace of the scraper. */
  readonly namespace: string;

  /** Its service account. */
  readonly serviceAccount: string;

  /**
   * Folder in its container with `root-cert.pem`, `cert-chain.pem` and `key.pem`, as Istio's proxy writes them.
   *
   * @default /etc/prom-certs
   */
  readonly folder?: string;
}

/** How a scraper gets at metrics of pods that insist on mutual TLS. */
export class MetricsAccess {
  /** The proxy hands out the application's metrics with its own, on a port without TLS that serves nothing else. */
  public static merged(): MetricsAccess {
    return new MetricsAccess('merged');
  }

  /** The port of the application's metrics takes plain text too; nobody else may call it. */
  public static openPort(): MetricsAccess {
    return new MetricsAccess('open port');
  }

  /** The scraper shows a certificate of the mesh. */
  public static clientCertificate(options: ClientCertificateOptions): MetricsAccess {
    return new MetricsAccess('client certificate', options);
  }

  private constructor(
    /** `merged`, `open port` or `client certificate`. */
    public readonly kind: string,
    /** Who shows a certificate, and where it is. */
    public readonly certificate?: ClientCertificateOptions,
  ) {}
}
