import type { Size } from 'cdk8s';
import type { IConfigMap, ISecret } from 'cdk8s-plus-27';

/** Storage medium of an emptyDir volume. */
export enum EmptyDirMedium {
  /** The node's disk. */
  DEFAULT = 'default',

  /** Memory. It counts against the container's memory limit. */
  MEMORY = 'memory',
}

/** Options of an emptyDir volume. */
export interface EmptyDirOptions {
  /**
   * Greatest size. The pod is evicted above it.
   *
   * @default - no bound but the node's
   */
  readonly sizeLimit?: Size;

  /**
   * Storage medium of the data.
   *
   * @default EmptyDirMedium.DEFAULT
   */
  readonly medium?: EmptyDirMedium;
}

/** Options of a ConfigMap or Secret volume. */
export interface ProjectionOptions {
  /**
   * File names by the keys that they hold.
   *
   * @default - all keys, each under its own name
   */
  readonly items?: { [key: string]: string };

  /**
   * Permissions of the files, as in `0o440`.
   *
   * @default 0o444
   */
  readonly defaultMode?: number;

  /**
   * Lets the pod start before the object exists.
   *
   * @default false
   */
  readonly optional?: boolean;

  /**
   * Restarts the pods when the program changes the files. Without it, running pods see a change within about two
   * minutes, and files behind a `subPath` never: the application has to read them again by itself.
   *
   * @default true
   */
  readonly restartsPods?: boolean;
}

/** Options of a mount. */
export interface MountOptions {
  /**
   * Mounts the volume read-only.
   *
   * @default - true for configuration, secrets, paths of the node and claims that are ReadOnlyMany, else false
   */
  readonly readOnly?: boolean;

  /**
   * Path inside the volume.
   *
   * @default - the volume's root
   */
  readonly subPath?: string;
}

/** Options of a volume of a PersistentVolumeClaim that is made elsewhere. */
export interface ClaimVolumeOptions {
  /**
   * Way in which nodes may mount the volume, as the claim states it.
   *
   * @default AccessMode.READ_WRITE_ONCE
   */
  readonly accessMode?: AccessMode;
}

/** Checks of the kubelet before it mounts a path of the node. */
export enum HostPathType {
  /** None. A directory is made where nothing is there. */
  ANY = '',

  /** A directory is there. */
  DIRECTORY = 'Directory',

  /** A directory is there, or is made. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',

  /** A file is there. */
  FILE = 'File',

  /** A file is there, or is made. */
  FILE_OR_CREATE = 'FileOrCreate',

  /** A Unix socket is there. */
  SOCKET = 'Socket',

  /** A character device is there. */
  CHAR_DEVICE = 'CharDevice',

  /** A block device is there. */
  BLOCK_DEVICE = 'BlockDevice',
}

/** Options of a path of the node. */
export interface HostPathOptions {
  /**
   * Check before the path is mounted. A pod whose path fails it does not start.
   *
   * @default HostPathType.ANY
   */
  readonly type?: HostPathType;
}

/** Storage that a workload claims for itself. */
export interface ClaimedStorage {
  readonly name: string;
  readonly size: Size;
  readonly storageClass?: string;
  readonly accessMode: AccessMode;
}

/** Source of a volume. */
export type VolumeSource =
  | { readonly kind: 'emptyDir'; readonly sizeLimit?: Size; readonly medium: EmptyDirMedium }
  | { readonly kind: 'claim'; readonly claimName: string; readonly accessMode: AccessMode }
  | { readonly kind: 'hostPath'; readonly path: string; readonly type: HostPathType }
  | { readonly kind: 'ownClaim'; readonly claim: ClaimedStorage }
  | { readonly kind: 'configMap' | 'secret'; readonly objectName: string; readonly options: ProjectionOptions };

/** Ways in which nodes may mount a volume that is claimed. */
export enum AccessMode {
  /** By one node at a time, for reading and writing. */
  READ_WRITE_ONCE = 'ReadWriteOnce',

  /** By one pod at a time, for reading and writing. */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',

  /** By many nodes, for reading and writing. */
  READ_WRITE_MANY = 'ReadWriteMany',

  /** By many nodes, for reading alone. */
  READ_ONLY_MANY = 'ReadOnlyMany',
}

/** A volume of a pod. Mounted into a container by `at`. */
export class Volume {
  /** An empty volume that lives as long as its pod. */
  public static emptyDir(name: string, options: EmptyDirOptions = {}): Volume {
    const { sizeLimit, medium = EmptyDirMedium.DEFAULT } = options;
    return new Volume(name, { kind: 'emptyDir', medium, ...(sizeLimit && { sizeLimit }) });
  }

  /** The keys of a ConfigMap as files. */
  public static configMap(name: string, configMap: IConfigMap, options: ProjectionOptions = {}): Volume {
    return new Volume(name, { kind: 'configMap', objectName: configMap.name, options });
  }

  /** The keys of a ConfigMap of this namespace that is made elsewhere, as files. */
  public static configMapNamed(name: string, configMapName: string, options: ProjectionOptions = {}): Volume {
    return new Volume(name, { kind: 'configMap', objectName: configMapName, options });
  }

  /** The keys of a Secret as files. */
  public static secret(name: string, secret: ISecret, options: ProjectionOptions = {}): Volume {
    return new Volume(name, { kind: 'secret', objectName: secret.name, options });
  }

  /** The keys of a Secret of this namespace that is made elsewhere, as files. */
  public static secretNamed(name: string, secretName: string, options: ProjectionOptions = {}): Volume {
    return new Volume(name, { kind: 'secret', objectName: secretName, options });
  }

  /** The volume of a PersistentVolumeClaim of this namespace that is made elsewhere: all pods share it. */
  public static claimNamed(name: string, claimName: string, options: ClaimVolumeOptions = {}): Volume {
    return new Volume(name, {
      kind: 'claim',
      claimName,
      accessMode: options.accessMode ?? AccessMode.READ_WRITE_ONCE,
    });
  }

  /**
   * A path of the node that a pod runs on, mounted read-only unless a mount states otherwise. The Pod Security level
   * `privileged` alone admits it.
   */
  public static hostPath(name: string, path: string, options: HostPathOptions = {}): Volume {
    return new Volume(name, { kind: 'hostPath', path, type: options.type ?? HostPathType.ANY });
  }

  /**
   * The volume that a workload claims for itself: each replica of a StatefulService, or a Microservice once.
   *
   * @internal
   */
  public static _ofClaim(claim: ClaimedStorage): Volume {
    return new Volume(claim.name, { kind: 'ownClaim', claim });
  }

  private constructor(
    /** Name of the volume in the pod. */
    public readonly name: string,
    /** @internal */
    public readonly _source: VolumeSource,
  ) {}

  /** This volume at an absolute path of a container. */
  public at(path: string, options: MountOptions = {}): Mount {
    return new Mount(this, path, options.readOnly ?? isReadOnly(this._source), options.subPath);
  }
}

/** A volume at a path of a container. Made by `Volume.at`. */
export class Mount {
  /**
   * Path inside the volume.
   *
   * @default - the volume's root
   */
  public readonly subPath?: string;

  /**
   * Made by `Volume.at`.
   *
   * @internal
   * @param volume the volume
   * @param path absolute path in the container
   * @param readOnly mounts the volume read-only
   * @param subPath path inside the volume, by default its root
   */
  public constructor(
    /** The volume. */
    public readonly volume: Volume,
    /** Absolute path in the container. */
    public readonly path: string,
    /** Read-only mount. */
    public readonly readOnly: boolean,
    subPath: string | undefined,
  ) {
    this.subPath = subPath;
  }
}

function isReadOnly(source: VolumeSource): boolean {
  return (
    isProjection(source) ||
    source.kind === 'hostPath' ||
    (source.kind === 'claim' && source.accessMode === AccessMode.READ_ONLY_MANY)
  );
}

/** True for the keys of a ConfigMap or Secret as files. */
export function isProjection(source: VolumeSource): source is VolumeSource & { readonly kind: 'configMap' | 'secret' } {
  return source.kind === 'configMap' || source.kind === 'secret';
}
