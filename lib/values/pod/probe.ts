import { Duration } from 'cdk8s';

/** Timing of a probe. */
export interface ProbeOptions {
  /**
   * Time between two probes. Whole seconds, at least 1.
   *
   * @default - readiness 5 s, liveness 10 s, startup 2 s or its timeout
   */
  readonly period?: Duration;

  /**
   * Time after which a probe has failed. Whole seconds, at least 1.
   *
   * @default - 2 s; liveness 5 s; startup no longer than its period
   */
  readonly timeout?: Duration;

  /**
   * Time before the first probe. Whole seconds.
   *
   * @default - none: the startup probe covers the start
   */
  readonly initialDelay?: Duration;

  /**
   * Failures in a row after which the container counts as failed, at least 1.
   *
   * @default - readiness 3, liveness 6, startup as many as `startupTime` takes
   */
  readonly failureThreshold?: number;

  /**
   * Successes in a row after which the container counts as good again, at least 1. Liveness and startup allow only 1.
   *
   * @default 1
   */
  readonly successThreshold?: number;
}

/** Options of a probe that connects to a port. */
export interface PortProbeOptions extends ProbeOptions {
  /**
   * The container's port, 1 to 65535.
   *
   * @default - the target port of the microservice's first port
   */
  readonly port?: number;
}

/** Options of an HTTP probe. */
export interface HttpProbeOptions extends PortProbeOptions {
  /**
   * Request headers, by name.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };

  /**
   * Uses TLS for the probe. The certificate is not checked.
   *
   * @default false
   */
  readonly tls?: boolean;
}

/** Options of a gRPC probe. */
export interface GrpcProbeOptions extends PortProbeOptions {
  /**
   * Name of the service in the gRPC health checking protocol.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** Probe by which the kubelet tells that a container has started, is ready or is alive. */
export class Probe {
  /** A GET request that answers 200 to 399. */
  public static http(path: string, options: HttpProbeOptions = {}): Probe {
    return new Probe(
      { path, headers: { ...options.headers }, tls: options.tls ?? false },
      undefined,
      undefined,
      options.port,
      options,
    );
  }

  /** A TCP connection that can be opened. */
  public static tcp(options: PortProbeOptions = {}): Probe {
    return new Probe(undefined, undefined, undefined, options.port, options);
  }

  /** A call of the gRPC health checking protocol that answers SERVING. */
  public static grpc(options: GrpcProbeOptions = {}): Probe {
    return new Probe(undefined, { service: options.service ?? '' }, undefined, options.port, options);
  }

  /** A command in the container that exits with 0. */
  public static command(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe(undefined, undefined, [...command], undefined, options);
  }

  private constructor(
    /** @internal */
    public readonly _http:
      { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly tls: boolean } | undefined,
    /** @internal */
    public readonly _grpc: { readonly service: string } | undefined,
    /** @internal */
    public readonly _command: readonly string[] | undefined,
    /** @internal */
    public readonly _port: number | undefined,
    /** @internal */
    public readonly _timing: ProbeOptions,
  ) {}

  /**
   * The same check at other times.
   *
   * @internal
   */
  public _with(timing: ProbeOptions): Probe {
    return new Probe(this._http, this._grpc, this._command, this._port, timing);
  }
}
