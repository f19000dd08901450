import type { Duration } from 'cdk8s';
import type { Port } from './port';
import { Protocol } from './protocol';
import type { Party } from './party';
import type { AddressFormat } from './address-format';
import type { Retries } from './retries';

/** What is known of a call, and what it may do. */
export interface CallOptions {
  /**
   * The callee's port.
   *
   * @default - the callee's only port
   */
  readonly port?: number;

  /**
   * What the caller speaks.
   *
   * @default - what the callee's port speaks
   */
  readonly protocol?: Protocol;

  /**
   * Longest time that the caller waits for an answer, all attempts together; at least 1 ms.
   *
   * @default - the callee's longest request, or 30 s where that is not known
   */
  readonly timeout?: Duration;

  /**
   * How often a failed request is sent again.
   *
   * @default Retries.none()
   */
  readonly retries?: Retries;

  /**
   * Whether sending the same request twice does no harm.
   *
   * @default false
   */
  readonly idempotent?: boolean;

  /**
   * Whether requests or answers are streams that may last: then there is no timeout, and nothing is sent again.
   *
   * @default false
   */
  readonly streaming?: boolean;

  /**
   * Whether the caller still works, if less well, while the callee does not answer.
   *
   * @default false
   */
  readonly soft?: boolean;

  /**
   * Calls that one request to the caller causes on average, above 0.
   *
   * @default 1
   */
  readonly callsPerRequest?: number;

  /**
   * HTTP methods, or methods of the gRPC service, that are called.
   *
   * @default - any
   */
  readonly methods?: string[];

  /**
   * HTTP paths, or gRPC services as `/package.Service`, that are called.
   *
   * @default - any
   */
  readonly paths?: string[];

  /**
   * Variable of the caller's containers that holds the callee's address.
   *
   * @default - the callee's name in capitals followed by `_ADDR`, as in `CART_ADDR`; none where a microservice calls
   * itself
   */
  readonly addressEnv?: string;

  /**
   * How the address is written.
   *
   * @default AddressFormat.hostAndPort()
   */
  readonly addressFormat?: AddressFormat;
}

/** The edge from a caller to a callee, with its policy. */
export interface Call {
  readonly caller: Party;
  readonly callee: Party;
  readonly options: CallOptions;
}

/**
 * The port that the call goes to: the only one, of the stated number where there is one, else the only one of these
 * that speaks the stated protocol.
 */
export function portOf(call: Call): Port | undefined {
  const { port, protocol } = call.options;
  // One number may stand for two ports, TCP and UDP.
  const ports = call.callee.ports.filter((candidate) => port === undefined || candidate.number === port);
  if (ports.length <= 1) return ports[0];
  const speaking = ports.filter((candidate) => candidate.protocol === protocol);
  return speaking.length === 1 ? speaking[0] : undefined;
}

/** What tells a call from other calls of the same caller. */
export function callKey(call: Call): string {
  const { methods = [], paths = [] } = call.options;
  const protocol = portOf(call)?.protocol;
  // Methods of HTTP are written in capitals, those of gRPC as they are named.
  const named = methods.map((method) => (protocol === Protocol.GRPC ? method : method.toUpperCase()));
  return JSON.stringify([call.callee.id, portOf(call)?.number, protocol?.transport, named.sort(), [...paths].sort()]);
}
