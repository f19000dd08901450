import type { Duration } from 'cdk8s';

/** Repetition of failed requests. */
export interface RetryOptions {
  /**
   * Longest time that one attempt may take. All attempts and the pauses between them fit into the call's timeout. Whole
   * milliseconds from 1.
   *
   * @default - as long as lets all attempts fit into the timeout
   */
  readonly perTryTimeout?: Duration;
}

/** Number of times that a failed request is sent again. */
export class Retries {
  /** A request is sent once. */
  public static none(): Retries {
    return new Retries(0, {});
  }

  /** A failed request is sent again up to so many times, 1 or more. Only where the call is idempotent. */
  public static upTo(attempts: number, options: RetryOptions = {}): Retries {
    return new Retries(attempts, options);
  }

  /** Longest time that one attempt may take. None where it follows from the call's timeout. */
  public readonly perTryTimeout?: Duration;

  private constructor(
    /** Number of times that a failed request is sent again. */
    public readonly attempts: number,
    options: RetryOptions,
  ) {
    if (options.perTryTimeout !== undefined) this.perTryTimeout = options.perTryTimeout;
  }
}
