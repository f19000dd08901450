/**
 * A problem of the harness or of its input that a person can mend: printed without a stack trace, ends the run with 1.
 */
export class ConformanceError extends Error {
  /**
   * @param message what happened, with what was given
   * @param hint what to do about it
   */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'ConformanceError';
  }
}
