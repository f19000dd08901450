import type { ScrapeProtocol } from '../telemetry/scrape-protocol';
import { Protocol } from './protocol';

/** Options of a port. */
export interface PortOptions {
  /**
   * Suffix that tells the port from others of its protocol. The emitted name begins with the protocol, as in
   * `http-admin`.
   *
   * @default - the protocol alone
   */
  readonly name?: string;

  /**
   * The port that the container listens on, 1 to 65535; of an external service, the port that connections end at, where
   * nodes or the caller's proxy lead them elsewhere than to the port that callers name.
   *
   * @default - the Service's port
   */
  readonly targetPort?: number;

  /**
   * Port of the node that leads to this port of a pod there, 1 to 65535. One pod of a node has it, and the Pod Security
   * level `privileged` alone admits it.
   *
   * @default - none
   */
  readonly hostPort?: number;

  /**
   * Serves Prometheus metrics on this port: network policies then admit the cluster's scrapers.
   *
   * @default false
   */
  readonly servesMetrics?: boolean;

  /**
   * Path of the metrics.
   *
   * @default /metrics
   */
  readonly metricsPath?: string;

  /**
   * Protocol that Prometheus 3 reads the metrics in where their `Content-Type` is missing or unknown. The Prometheus
   * operator has it from 0.79.1.
   *
   * @default - none: Prometheus 3 refuses such metrics
   */
  readonly fallbackScrapeProtocol?: ScrapeProtocol;
}

/** Options of a port that speaks HTTP/1.1. */
export interface HttpPortOptions extends PortOptions {
  /**
   * Makes the proxy of a microservice take HTTP/1.0 from callers without a proxy, on all of its ports. The proxy of a
   * caller in the mesh resets HTTP/1.0 all the same, unless istiod has `PILOT_HTTP10`.
   *
   * @default false
   */
  readonly acceptsHttp10?: boolean;
}

/** A port that a microservice serves. */
export class Port {
  /** A port that speaks HTTP/1.1. */
  public static http(port: number, options: HttpPortOptions = {}): Port {
    return new Port(Protocol.HTTP, port, options);
  }

  /** A port that speaks HTTP/2 without TLS. */
  public static http2(port: number, options: PortOptions = {}): Port {
    return new Port(Protocol.HTTP2, port, options);
  }

  /** A port that speaks gRPC. */
  public static grpc(port: number, options: PortOptions = {}): Port {
    return new Port(Protocol.GRPC, port, options);
  }

  /** A port that speaks any protocol over TCP. */
  public static tcp(port: number, options: PortOptions = {}): Port {
    return new Port(Protocol.TCP, port, options);
  }

  /** A port on which the application itself terminates TLS. */
  public static tls(port: number, options: PortOptions = {}): Port {
    return new Port(Protocol.TLS, port, options);
  }

  /** A port that receives datagrams. */
  public static udp(port: number, options: PortOptions = {}): Port {
    return new Port(Protocol.UDP, port, options);
  }

  /** The name on Service and container: the protocol, then what tells the port from others. */
  public readonly name: string;

  /** The port that the container listens on. */
  public readonly targetPort: number;

  /** Port of the node that leads to it, if one does. */
  public readonly hostPort?: number;

  /** Serves Prometheus metrics on this port. */
  public readonly servesMetrics: boolean;

  /** Path of the metrics. */
  public readonly metricsPath: string;

  /** Protocol of the metrics where their `Content-Type` does not say. */
  public readonly fallbackScrapeProtocol?: ScrapeProtocol;

  /** Tells that callers without a proxy may speak HTTP/1.0. */
  public readonly acceptsHttp10: boolean;

  private constructor(
    /** Protocol of the port. */
    public readonly protocol: Protocol,
    /** The port of the Service. */
    public readonly number: number,
    options: HttpPortOptions,
  ) {
    const prefix = `${protocol.name}-`;
    this.name =
      options.name === undefined || options.name === protocol.name
        ? protocol.name
        : `${prefix}${options.name.startsWith(prefix) ? options.name.slice(prefix.length) : options.name}`;
    this.targetPort = options.targetPort ?? number;
    if (options.hostPort !== undefined) this.hostPort = options.hostPort;
    this.servesMetrics = options.servesMetrics ?? false;
    this.metricsPath = options.metricsPath ?? '/metrics';
    this.acceptsHttp10 = options.acceptsHttp10 ?? false;
    if (options.fallbackScrapeProtocol !== undefined) this.fallbackScrapeProtocol = options.fallbackScrapeProtocol;
  }

  /**
   * The port as callers of a single pod see it: what the container listens on.
   *
   * @internal
   */
  public _ofPod(): Port {
    return Object.assign(Object.create(Port.prototype) as Port, this, { number: this.targetPort });
  }
}

/**
 * Ports that callers and clients mean where they name none: those that serve metrics are for scrapers, where there are
 * others.
 */
export function callablePorts(ports: readonly Port[]): readonly Port[] {
  const others = ports.filter(({ servesMetrics }) => !servesMetrics);
  return others.length > 0 ? others : ports;
}
