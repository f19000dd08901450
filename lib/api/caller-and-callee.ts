import type { Call, Endpoint } from '../program';

/** A workload that can call: of this program, or stated elsewhere. */
export interface ICaller {
  /** Name of the caller. */
  readonly name: string;

  /**
   * The caller's end of a call.
   *
   * @internal
   */
  readonly _endpoint: Endpoint;
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
  readonly _endpoint: Endpoint;

  /**
   * Records the callee's half of a call, where the callee belongs to this program.
   *
   * @internal
   */
  _takes?(call: Call): void;
}
