/** Files of the client certificate that a mesh gives to a scraper. */
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

/** The ways of `MetricsAccess`. */
export enum MetricsAccessKind {
  /** The proxy hands them out with its own. */
  MERGED = 'merged',

  /** Their port takes plain text too. */
  OPEN_PORT = 'open port',

  /** The scraper shows a certificate. */
  CLIENT_CERTIFICATE = 'client certificate',
}

/** Access of a scraper to metrics of pods that require mutual TLS. */
export class MetricsAccess {
  /** The proxy hands out the application's metrics with its own, on a port without TLS that serves nothing else. */
  public static merged(): MetricsAccess {
    return new MetricsAccess(MetricsAccessKind.MERGED);
  }

  /** The port of the application's metrics takes plain text too. No other client may call it. */
  public static openPort(): MetricsAccess {
    return new MetricsAccess(MetricsAccessKind.OPEN_PORT);
  }

  /** The scraper shows a certificate of the mesh. */
  public static clientCertificate(options: ClientCertificateOptions): MetricsAccess {
    return new MetricsAccess(MetricsAccessKind.CLIENT_CERTIFICATE, options);
  }

  private constructor(
    /** @internal */
    public readonly _kind: MetricsAccessKind,
    /** Identity of the scraper and files of its client certificate. */
    public readonly certificate?: ClientCertificateOptions,
  ) {}
}
