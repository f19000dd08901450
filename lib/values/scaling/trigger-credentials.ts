/** Identity providers of clouds by which KEDA authenticates. */
export enum PodIdentityProvider {
  /** IAM roles of Amazon. */
  AWS = 'aws',

  /** Workload identities of Azure. */
  AZURE = 'azure-workload',

  /** Workload identities of Google Cloud. */
  GCP = 'gcp',
}

/** Credentials by which KEDA authenticates to the broker. */
export class TriggerCredentials {
  /**
   * Keys of a Secret in the namespace of the microservice.
   *
   * @param secretName of the Secret
   * @param keys of the Secret, by the parameter that KEDA asks for, as in `{ password: 'redis-password' }`
   */
  public static secret(secretName: string, keys: { [parameter: string]: string }): TriggerCredentials {
    return new TriggerCredentials({ ...keys }, secretName);
  }

  /**
   * The identity of KEDA's own pods in a cloud.
   *
   * @param provider of the identity
   * @param roleArn of a role that Amazon's identity takes on, by default that of the pods' service account
   */
  public static podIdentity(provider: PodIdentityProvider, roleArn?: string): TriggerCredentials {
    return new TriggerCredentials({}, undefined, provider, roleArn);
  }

  /** None: any client that reaches the broker may ask. */
  public static none(): TriggerCredentials {
    return new TriggerCredentials({});
  }

  private constructor(
    /** Keys of the Secret, by the parameter of KEDA. */
    public readonly keys: { [parameter: string]: string },
    /** Name of the Secret. */
    public readonly secretName?: string,
    /** Identity provider. */
    public readonly identity?: PodIdentityProvider,
    /** The role that is taken on. */
    public readonly roleArn?: string,
  ) {}
}
