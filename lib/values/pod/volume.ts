import type { Size } from 'cdk8s';
import type { IConfigMap, ISecret } from 'cdk8s-plus-27';

/** Where a scratch volume keeps its data. */
export enum ScratchMedium {
  /** The node's disk. */
  DISK = 'disk',

  /** Memory; it counts against the container's memory limit. */
  MEMORY = 'memory',
}

/** Options of a scratch volume. */
export interface ScratchVolumeOptions {
  /**
   * Most that it may hold; the pod is evicted above it.
   *
   * @default - no bound but the node's
   */
  readonly sizeLimit?: Size;

  /**
   * Where the data is kept.
   *
   * @default ScratchMedium.DISK
   */
  readonly medium?: ScratchMedium;
}

/** Options of a volume of configuration or secrets. */
export interface ProjectionOptions {
  /**
   * Keys to show and the file names that they get.
   *
   * @default - all keys, each under its own name
   */
  readonly items?: { [key: string]: string };

  /**
   * Permissions of the files, as in `0o440`.
   *
   * @default 0o444
   */
  readonly fileMode?: number;

  /**
   * Whether the pod may start before the object exists.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of a mount. */
export interface MountOptions {
  /**
   * Whether the container may only read.
   *
   * @default - true for configuration and secrets, false for scratch volumes
   */
  readonly readOnly?: boolean;

  /**
   * Path inside the volume.
   *
   * @default - the volume's root
   */
  readonly subPath?: string;
}

/** What a volume is made of. */
export type VolumeSource =
  | { readonly kind: 'scratch'; readonly sizeLimit?: Size; readonly medium: ScratchMedium }
  | { readonly kind: 'configMap' | 'secret'; readonly objectName: string; readonly options: ProjectionOptions };

/** A volume of a pod; mounted into a container by `at`. */
export class Volume {
  /** An empty volume that lives as long as its pod. */
  public static scratch(name: string, options: ScratchVolumeOptions = {}): Volume {
    const { sizeLimit, medium = ScratchMedium.DISK } = options;
    return new Volume(name, { kind: 'scratch', medium, ...(sizeLimit && { sizeLimit }) });
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

  private constructor(
    /** Name of the volume in the pod. */
    public readonly name: string,
    /** @internal */
    public readonly _source: VolumeSource,
  ) {}

  /** This volume at an absolute path of a container. */
  public at(path: string, options: MountOptions = {}): Mount {
    return new Mount(this, path, options.readOnly ?? this._source.kind !== 'scratch', options.subPath);
  }
}

/** A volume at a path of a container; made by `Volume.at`. */
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
   * @param readOnly whether the container may only read
   * @param subPath path inside the volume, by default its root
   */
  public constructor(
    /** The volume. */
    public readonly volume: Volume,
    /** Absolute path in the container. */
    public readonly path: string,
    /** Whether the container may only read. */
    public readonly readOnly: boolean,
    subPath: string | undefined,
  ) {
    this.subPath = subPath;
  }
}
