import type { Duration, Size } from 'cdk8s';
import type { CallOperation, CallStatement } from './call-options';
import type { CallHeaders } from './headers';
import { callablePorts, type Port } from './port';

/** Exposure of a microservice to clients outside of its cluster. */
export interface ExposeOptions {
  /**
   * The microservice's port.
   *
   * @default - its only port
   */
  readonly port?: number;

  /**
   * Host name under which clients find it. Callers of other clusters use it. Behind a gateway also `*.example.com`, for
   * all names below, and `*`, for every host that nothing else is exposed under.
   *
   * @default - not known
   */
  readonly host?: string;

  /**
   * Ranges in CIDR notation that hold the load balancer's own address. Callers of other clusters reach it there.
   *
   * @default - the host where it is an address; else not known: they may reach every public address, and no private one
   */
  readonly addresses?: string[];

  /**
   * Ranges in CIDR notation that clients may come from, as the gateway or the load balancer sees them.
   *
   * @default - any address
   */
  readonly allowedSources?: string[];

  /**
   * Name of the Secret that holds the host's certificate and key: in the namespace of the gateway's certificates, or
   * of the microservice where an Ingress exposes it.
   *
   * @default - the gateway serves plain HTTP; a load balancer never ends TLS
   */
  readonly tlsSecret?: string;

  /**
   * Sends clients of plain HTTP to HTTPS, where there is a certificate; false serves them too.
   *
   * @default - true where tlsSecret is stated
   */
  readonly httpsRedirect?: boolean;

  /**
   * Longest time that a client waits for an answer. At least 1 ms.
   *
   * @default - the microservice's longest request
   */
  readonly timeout?: Duration;

  /**
   * States that requests or answers are long-lived streams, such as server-sent events. Streams have no timeout.
   *
   * @default false
   */
  readonly streaming?: boolean;

  /**
   * Operations that clients may use.
   *
   * @default - any
   */
  readonly operation?: CallOperation;

  /**
   * Headers that the gateway sets and removes on each request.
   *
   * @default - requests arrive as clients write them
   */
  readonly headers?: CallHeaders;

  /**
   * States that any client may use it: clients reach the microservice unauthenticated.
   *
   * @default false
   */
  readonly public?: boolean;

  /**
   * Annotations of the load balancer's Service, by which clouds are told what to make, or of the Ingress.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A statement that traffic from outside enters a microservice. */
export interface Exposure {
  readonly port?: number;
  readonly host?: string;
  readonly addresses: readonly string[];
  readonly allowedSources: readonly string[];
  readonly tlsSecret?: string;
  /** False where plain HTTP is served beside HTTPS. */
  readonly httpsRedirect?: boolean;
  readonly public: boolean;
  /** Requests that clients may send and their policy, as those of a call; none where nothing is stated. */
  readonly options?: CallStatement;
  readonly annotations: Readonly<Record<string, string>>;
  readonly maxBodySize?: Size;
  readonly nodePort?: number;
}

/** The number of the port that an exposure means: the stated one, else the only one that is not for scrapers. */
export function exposedNumber({ port }: Pick<Exposure, 'port'>, ports: readonly Port[]): number | undefined {
  return port ?? callablePorts(ports)[0]?.number;
}
