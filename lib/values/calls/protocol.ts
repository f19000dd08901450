/** Protocol of a port. Decides the port's name, its `appProtocol` and the policies that can apply. */
export class Protocol {
  /** HTTP/1.1, and HTTP/2 where both sides upgrade. */
  public static readonly HTTP = new Protocol('http', 'TCP', 'http', 'http://');

  /** HTTP/2 without TLS and with prior knowledge. */
  public static readonly HTTP2 = new Protocol('http2', 'TCP', 'kubernetes.io/h2c', 'http://');

  /** gRPC over HTTP/2. */
  public static readonly GRPC = new Protocol('grpc', 'TCP', 'grpc', 'dns:///');

  /** A byte stream of which nothing is known. */
  public static readonly TCP = new Protocol('tcp', 'TCP', 'tcp', 'tcp://');

  /** TLS that the application itself terminates. */
  public static readonly TLS = new Protocol('tls', 'TCP', 'tls', 'https://');

  /** Datagrams. */
  public static readonly UDP = new Protocol('udp', 'UDP', undefined, 'udp://');

  private constructor(
    /** The word that Istio expects at the start of a port's name. */
    public readonly name: string,
    /** `TCP` or `UDP`. */
    public readonly transport: string,
    /** The `appProtocol` of a Service port. None for UDP. */
    public readonly appProtocol: string | undefined,
    /** Scheme of an address of this protocol in a URL. */
    public readonly scheme: string,
  ) {}

  /** Tells that requests have methods and paths. */
  public get hasRequests(): boolean {
    return this === Protocol.HTTP || this === Protocol.HTTP2 || this === Protocol.GRPC;
  }
}
