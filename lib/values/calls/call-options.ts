import type { Protocol } from './protocol';
import type { Duration } from 'cdk8s';
import type { AddressFormat } from './address-format';
import type { CallHeaders } from './headers';
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
   * Headers that the caller's proxy sets and removes on each request.
   *
   * @default - requests leave as the caller writes them
   */
  readonly headers?: CallHeaders;

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
