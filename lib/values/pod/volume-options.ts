import type { ImagePullPolicy } from 'cdk8s-plus-27';
import type { Size } from 'cdk8s';
import type { AccessMode } from './access-mode';

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
   * @default 0o644
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

/** Options of a volume that shows several sources in one folder. */
export interface ProjectedOptions {
  /**
   * Permissions of the files, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;

  /**
   * Restarts the pods when the program changes the files of its ConfigMaps and Secrets.
   *
   * @default true
   */
  readonly restartsPods?: boolean;
}

/** Options of files that show fields of the pod. */
export interface DownwardApiOptions {
  /**
   * Permissions of the files, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/** Options of a mount. */
export interface MountOptions {
  /**
   * Mounts the volume read-only.
   *
   * @default - false for emptyDir, claims and storage of the pod; true for claims that are ReadOnlyMany and all else
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

/** Options of a volume with the files of an image. */
export interface ImageVolumeOptions {
  /**
   * Policy by which the kubelet pulls the image.
   *
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly pullPolicy?: ImagePullPolicy;
}

/** Options of storage that lives as long as its pod. */
export interface EphemeralVolumeOptions {
  /** Size of the volume, from 1 byte upwards. */
  readonly size: Size;

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

/** Options of a volume that a CSI driver makes for each pod. */
export interface CsiVolumeOptions {
  /** Name of the driver, such as `secrets-store.csi.k8s.io`. */
  readonly driver: string;

  /**
   * Attributes that the driver reads.
   *
   * @default - none
   */
  readonly attributes?: { [name: string]: string };

  /**
   * Tells the driver that nobody writes to the volume.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}
