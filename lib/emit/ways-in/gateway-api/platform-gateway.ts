/** A Gateway that the platform runs, with the names of its listeners. */
export interface PlatformGateway {
  /** Name of the Gateway. */
  readonly name: string;

  /** Namespace of the Gateway. */
  readonly namespace: string;

  /**
   * Name of its listener of plain HTTP.
   *
   * @default - none: nothing is served in plain HTTP, and nothing redirected
   */
  readonly httpListener?: string;

  /**
   * Name of its listener of HTTPS, which ends TLS with certificates of the platform.
   *
   * @default - none: nothing is served over HTTPS
   */
  readonly httpsListener?: string;

  /**
   * Name of its listener of TLS in mode Passthrough, for applications that terminate TLS themselves.
   *
   * @default - none: such ports cannot be exposed
   */
  readonly tlsListener?: string;

  /**
   * Names of its listeners of TCP and UDP, by the number of the exposed port.
   *
   * @default - none: such ports cannot be exposed
   */
  readonly listeners?: { [port: string]: string };
}
