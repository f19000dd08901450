import type { Size } from 'cdk8s';
import { AccessMode } from './access-mode';
import { type Mount, Volume } from './volume';
import type { MountOptions } from './volume-options';

/** Storage that each replica of a StatefulService, or a Microservice as a whole, claims for itself. */
export interface ClaimOptions {
  /** Size of the volume, from 1 byte upwards. Kubernetes makes a volume larger, and never smaller. */
  readonly size: Size;

  /**
   * Absolute path of the volume in the main container.
   *
   * @default - not mounted there: mounts of containers hold `claim.at(path)`, as those of a Microservice always do
   */
  readonly path?: string;

  /**
   * Name of the StorageClass.
   *
   * @default - the default class of the cluster
   */
  readonly storageClass?: string;

  /**
   * Way in which nodes may mount the volume.
   *
   * @default AccessMode.READ_WRITE_ONCE
   */
  readonly accessMode?: AccessMode;
}

/**
 * A PersistentVolumeClaim: of a StatefulService one for each replica, made by Kubernetes and kept over restarts; of a
 * Microservice that mounts it by `at` a single one, made with the program.
 */
export class Claim {
  /**
   * A claim of a name. Where the name is `data`, the claim of the first replica of the StatefulService `db` is
   * `data-db-0`, and that of the Microservice `wiki` is `data-wiki`.
   */
  public static of(name: string, options: ClaimOptions): Claim {
    return new Claim(name, options);
  }

  /** Size of the volume. */
  public readonly size: Size;

  /** Absolute path in the main container. Undefined where it is not mounted there. */
  public readonly path?: string;

  /** Name of the StorageClass. Undefined for the default class of the cluster. */
  public readonly storageClass?: string;

  /** Way in which nodes may mount the volume. */
  public readonly accessMode: AccessMode;

  private constructor(
    /** Name of the volume in the pod. */
    public readonly name: string,
    { size, path, storageClass, accessMode }: ClaimOptions,
  ) {
    this.size = size;
    if (path !== undefined) this.path = path;
    if (storageClass !== undefined) this.storageClass = storageClass;
    this.accessMode = accessMode ?? AccessMode.READ_WRITE_ONCE;
  }

  /** This volume at an absolute path of a container. */
  public at(path: string, options: MountOptions = {}): Mount {
    return Volume._ofClaim(this).at(path, options);
  }
}
