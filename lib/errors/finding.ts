/** Severity of a finding. */
export enum Severity {
  /** The output would be wrong: nothing is written while it stands. */
  ERROR = 'error',

  /** The output is what was asked for, and something about it should be known. */
  WARNING = 'warning',
}

/** Result of a check of a construct. */
export interface Finding {
  /** Stable code, such as `MS1007`. Codes are listed in docs/findings and never reused. */
  readonly code: string;

  /** Severity. */
  readonly severity: Severity;

  /** Path of the construct it is about. */
  readonly path: string;

  /** Problem, in one line. */
  readonly message: string;

  /** Given value, in the words of the program. */
  readonly given: string;

  /**
   * Allowed values.
   *
   * @default - follows from the message
   */
  readonly allowed?: string;

  /** Fix that the user can make. */
  readonly fix: string;

  /**
   * Reason for which it is accepted, as stated in `acknowledge`.
   *
   * @default - it was not acknowledged
   */
  readonly acknowledged?: string;
}
