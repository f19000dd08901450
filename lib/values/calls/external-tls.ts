/** Options of TLS that the caller's proxy originates. */
export interface ExternalTlsOptions {
  /**
   * Path, in the proxy's container, of a file with the certificates that the service's own must be signed by.
   *
   * @default - the authorities that the proxy's image trusts
   */
  readonly caCertificates?: string;
}

/** Origin of TLS towards an external service. */
export class ExternalTls {
  /** The application originates TLS, or uses none: connections pass unchanged. */
  public static byApplication(): ExternalTls {
    return new ExternalTls(false, {});
  }

  /**
   * The caller's proxy: the application speaks plain text to the port, and the proxy speaks TLS to its `targetPort` and
   * checks certificate and name.
   */
  public static byProxy(options: ExternalTlsOptions = {}): ExternalTls {
    return new ExternalTls(true, options);
  }

  /** Path of the file with the certificates of the authorities. None for those that the proxy trusts. */
  public readonly caCertificates?: string;

  private constructor(
    /** Originates TLS in the caller's proxy. */
    public readonly proxied: boolean,
    options: ExternalTlsOptions,
  ) {
    if (options.caCertificates !== undefined) this.caCertificates = options.caCertificates;
  }
}
