/** A rule by which an indexed job succeeds before all of its indexes have. */
export class SuccessRule {
  /**
   * The job succeeds with so many indexes, whichever they are.
   *
   * @param count of indexes, 1 to `completions`
   */
  public static count(count: number): SuccessRule {
    return new SuccessRule(undefined, count);
  }

  /**
   * The job succeeds with these indexes, or with so many of them.
   *
   * @param indexes in ascending order, such as `0,2-4`; each from 0 to below `completions`
   * @param count of them, by default all
   */
  public static indexes(indexes: string, count?: number): SuccessRule {
    return new SuccessRule(indexes, count);
  }

  private constructor(
    /** @internal */
    public readonly _indexes?: string,
    /** @internal */
    public readonly _count?: number,
  ) {}
}
