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
   * Host name under which clients find it. Callers of other clusters use it.
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
   * Ranges in CIDR notation that clients may come from.
   *
   * @default - any address
   */
  readonly allowedSources?: string[];

  /**
   * Name of the Secret, in the ingress gateway's namespace, that holds the host's certificate and key. Clients of plain
   * HTTP are then sent to HTTPS.
   *
   * @default - the gateway serves plain HTTP; a load balancer never ends TLS
   */
  readonly tlsSecret?: string;

  /**
   * States that any client may use it: clients reach the microservice unauthenticated.
   *
   * @default false
   */
  readonly public?: boolean;

  /**
   * Annotations of the load balancer's Service, by which clouds are told what to make.
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
  readonly public: boolean;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The number of the port that an exposure means: the stated one, else the only one that is not for scrapers. */
export function exposedNumber({ port }: Pick<Exposure, 'port'>, ports: readonly Port[]): number | undefined {
  return port ?? callablePorts(ports)[0]?.number;
}
