import type { Protocol } from './protocol';
import type { Duration } from 'cdk8s';
import type { AddressFormat } from './address-format';
import type { CallHeaders } from './headers';
import type { Retries } from './retries';

/** Operations of a callee, by method and path. Both have to match. */
export interface CallOperation {
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
}

/** Variable of the caller that holds the address of the callee, or a part of it. */
export interface AddressVariable {
  /**
   * Name of the variable.
   *
   * @default - the callee's name in capitals followed by `_ADDR`, as in `CART_ADDR`
   */
  readonly name?: string;

  /**
   * Format of the value.
   *
   * @default AddressFormat.hostAndPort()
   */
  readonly format?: AddressFormat;

  /**
   * Names of the containers that get the variable; the main container has the name of the caller.
   *
   * @default - every container; the main container alone for a template that holds more than an address
   */
  readonly containers?: string[];
}

/** Facts and policy of a call. */
export interface CallOptions {
  /**
   * The callee's port.
   *
   * @default - the callee's only port, or its only one of the stated protocol
   */
  readonly port?: number;

  /**
   * Protocol of the caller.
   *
   * @default - the protocol of the callee's port
   */
  readonly protocol?: Protocol;

  /**
   * Longest time that the caller waits for an answer, all attempts together. At least 1 ms.
   *
   * @default - the callee's longest request, or 30 s where that is not known
   */
  readonly timeout?: Duration;

  /**
   * Number of times that a failed request is sent again.
   *
   * @default Retries.none()
   */
  readonly retries?: Retries;

  /**
   * States that sending the same request twice does no harm.
   *
   * @default false
   */
  readonly idempotent?: boolean;

  /**
   * States that requests or answers are long-lived streams. Streams have no timeout, and nothing is sent again.
   *
   * @default false
   */
  readonly streaming?: boolean;

  /**
   * States that the caller still works, if less well, while the callee does not answer.
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
   * Operations of the callee that the call uses.
   *
   * @default - any
   */
  readonly operation?: CallOperation;

  /**
   * Headers that the caller's proxy sets and removes on each request.
   *
   * @default - requests leave as the caller writes them
   */
  readonly headers?: CallHeaders;

  /**
   * Variable of the caller's containers that holds the callee's host and port.
   *
   * @default - the callee's name in capitals followed by `_ADDR`, as in `CART_ADDR`; none where `addresses` are stated
   * and where a microservice calls itself
   */
  readonly addressEnv?: string;

  /**
   * Variables that hold the callee's address in other formats or for some containers alone. An empty list states that
   * the environment does not name the callee.
   *
   * @default - `addressEnv` alone
   */
  readonly addresses?: AddressVariable[];
}

/** Options of a call with its operation at the top. */
export type CallStatement = Omit<CallOptions, 'operation'> & CallOperation;

/** Takes the operation of a call to the top. */
export function callStatement({ operation, ...options }: CallOptions): CallStatement {
  return { ...options, ...operation };
}
