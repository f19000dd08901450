import type { Call, Endpoint } from '../program';

// Registered, so that the ends of another installed copy are found too.

/** Key of an end of a call: no member of a subclass replaces it. */
export const ENDPOINT: unique symbol = Symbol.for('cdk8s-microservice.endpoint');

/** Key of what a callee does with its half of a call. */
export const TAKES: unique symbol = Symbol.for('cdk8s-microservice.takes');

/** A workload that can call: of this program, or stated elsewhere. */
export interface ICaller {
  /** Name of the caller. */
  readonly name: string;

  /**
   * The caller's end of a call.
   *
   * @internal
   */
  readonly [ENDPOINT]: Endpoint;
}

/** A workload or external service that can be called. */
export interface ICallee {
  /** Name of the callee. */
  readonly name: string;

  /**
   * The callee's end of a call.
   *
   * @internal
   */
  readonly [ENDPOINT]: Endpoint;

  /**
   * Records the callee's half of a call, where the callee belongs to this program.
   *
   * @internal
   */
  [TAKES]?(call: Call): void;
}
