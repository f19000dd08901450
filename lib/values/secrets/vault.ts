import { Mount, Volume } from '../pod/volume';
import { EmptyDirMedium } from '../pod/volume-options';
import type { NetworkPeer } from '../cluster/network-peer';

/** Options of a file that Vault's agent writes. */
export interface VaultFileOptions {
  /**
   * Template of the file, in the language of Vault's agent.
   *
   * @default - one line for each field of the secret, as the agent writes it
   */
  readonly template?: string;

  /**
   * Permissions of the file, as in `0o400`.
   *
   * @default 0o644
   */
  readonly mode?: number;

  /**
   * Role by which the agent logs in to Vault. A pod has one role.
   *
   * @default - the name of the workload
   */
  readonly role?: string;
}

/** Facts of a file that Vault's agent writes. */
export interface VaultFileFacts {
  readonly container: string;
  readonly path: string;
  readonly secret: string;
  readonly options: VaultFileOptions;
}

/** Stands in the place of the volume, which Vault's injector makes. */
const INJECTED = Volume._of('vault-secrets', { kind: 'emptyDir', medium: EmptyDirMedium.MEMORY });

/**
 * A file in a container that Vault's agent writes, in memory: among its mounts. Vault's injector adds the agent to the
 * pod; the folder of the file holds such files alone.
 */
export class VaultFile extends Mount {
  /** A file at an absolute path with a secret of Vault, by its path there, such as `secret/data/shop/database`. */
  public static of(path: string, secret: string, options: VaultFileOptions = {}): VaultFile {
    return new VaultFile(path, secret, options);
  }

  private constructor(
    path: string,
    /** @internal */
    public readonly _secret: string,
    /** @internal */
    public readonly _options: VaultFileOptions,
  ) {
    super(INJECTED, path, true, undefined);
  }
}

/** The installation of Vault and its injector. */
export interface VaultFacts {
  /** Pods or ranges of addresses of Vault: the agents in the pods reach them, and no mesh stands between. */
  readonly peers: NetworkPeer[];

  /**
   * TCP port of Vault, 1 to 65535.
   *
   * @default 8200
   */
  readonly port?: number;

  /**
   * Recipient of the tokens by which pods log in, as the roles of Vault expect it.
   *
   * @default - the API server of the cluster
   */
  readonly audience?: string;
}
