/** How much a finding weighs. */
export enum Severity {
  /** The output would be wrong: nothing is written while it stands. */
  ERROR = 'error',

  /** The output is what was asked for, and something about it should be known. */
  WARNING = 'warning',
}

/** What a check has to say about a construct. */
export interface Finding {
  /** Stable code, such as `MS1007`; docs/findings lists the codes, and none is reused. */
  readonly code: string;

  /** How much it weighs. */
  readonly severity: Severity;

  /** Path of the construct it is about. */
  readonly path: string;

  /** What is wrong, in one line. */
  readonly message: string;

  /** What was given, in the words of the program. */
  readonly given: string;

  /**
   * What would have been accepted.
   *
   * @default - follows from the message
   */
  readonly allowed?: string;

  /** What to do about it. */
  readonly fix: string;

  /**
   * Why it is accepted, as said in `acknowledge`.
   *
   * @default - it was not acknowledged
   */
  readonly acknowledged?: string;
}
