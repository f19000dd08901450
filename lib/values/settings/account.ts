/** Options of a ServiceAccount. */
export interface AccountOptions {
  /**
   * Annotations of the account alone, such as those by which clouds give its pods an identity of theirs:
   * `eks.amazonaws.com/role-arn`, `iam.gke.io/gcp-service-account`, `azure.workload.identity/client-id`.
   *
   * @default - those of every object of the workload
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the account alone.
   *
   * @default - those of every object of the workload
   */
  readonly labels?: { [key: string]: string };
}

/** Options of the ServiceAccount of one workload. */
export interface OwnAccountOptions extends AccountOptions {
  /**
   * Name of the account.
   *
   * @default - the name of the workload
   */
  readonly name?: string;
}

/** ServiceAccount of the pods of a workload. It is their identity in a mesh, and what roles are bound to. */
export class Account {
  /** An account that the workload has for itself. */
  public static own(options: OwnAccountOptions = {}): Account {
    return new Account(options.name, true, { ...options.annotations }, { ...options.labels });
  }

  /** An account that something else makes: a SharedAccount, or somebody outside of the program. */
  public static named(name: string): Account {
    return new Account(name, false, {}, {});
  }

  private constructor(
    /**
     * Name of the account.
     *
     * @default - the name of the workload
     */
    public readonly name: string | undefined,
    /** @internal */
    public readonly _isOwn: boolean,
    /** @internal */
    public readonly _annotations: Readonly<Record<string, string>>,
    /** @internal */
    public readonly _labels: Readonly<Record<string, string>>,
  ) {}
}
