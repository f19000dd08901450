import type { VaultFacts } from './vault';

/** A store of secrets that external-secrets reads. */
export class SecretStore {
  /** The ClusterSecretStore of a name, which every namespace may use. */
  public static cluster(name: string): SecretStore {
    return new SecretStore(name, 'ClusterSecretStore');
  }

  /** The SecretStore of a name, in the namespace of the stack. */
  public static namespaced(name: string): SecretStore {
    return new SecretStore(name, 'SecretStore');
  }

  private constructor(
    /** Name of the store. */
    public readonly name: string,
    /** Kind of the store. */
    public readonly kind: string,
  ) {}
}

/** Options of the place of a value in a store. */
export interface RemoteKeyOptions {
  /**
   * Property of the secret in the store, where that holds several.
   *
   * @default - the whole secret
   */
  readonly property?: string;

  /**
   * Version of the secret in the store.
   *
   * @default - the latest
   */
  readonly version?: string;
}

/** Place of a value in a store of secrets. */
export class RemoteKey {
  /** The secret of a name or path in the store, such as `shop/database`. */
  public static of(key: string, options: RemoteKeyOptions = {}): RemoteKey {
    return new RemoteKey(key, options.property, options.version);
  }

  private constructor(
    /** Name or path of the secret in the store. */
    public readonly key: string,
    /** Property of the secret. Undefined for the whole secret. */
    public readonly property?: string,
    /** Version of the secret. Undefined for the latest. */
    public readonly version?: string,
  ) {}
}

/** The installation of external-secrets in a cluster. */
export interface ExternalSecretsFacts {
  /**
   * Store for what states none.
   *
   * @default - none: each ExternalSecret states its own
   */
  readonly store?: SecretStore;

  /**
   * API version of ExternalSecrets: `external-secrets.io/v1`, or `external-secrets.io/v1beta1` before 0.16.
   *
   * @default external-secrets.io/v1
   */
  readonly apiVersion?: string;
}

/** Sources of secrets in a cluster. */
export interface SecretSources {
  /**
   * The installation of external-secrets.
   *
   * @default - one that has `external-secrets.io/v1`, and no store for what states none
   */
  readonly externalSecrets?: ExternalSecretsFacts;

  /**
   * Vault, whose injector adds agents to pods.
   *
   * @default - none: no `VaultFile` can be stated
   */
  readonly vault?: VaultFacts;
}
