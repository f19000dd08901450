/** Headers of the requests of a call. */
export interface CallHeaders {
  /**
   * Headers by name that replace the caller's or are added, such as `{ 'x-tenant': 'acme' }`.
   *
   * @default - none
   */
  readonly set?: { [name: string]: string };

  /**
   * Names of headers that are removed.
   *
   * @default - none
   */
  readonly remove?: string[];
}
