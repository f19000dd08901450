import type { Size } from 'cdk8s';
import type { IConfigMap, ISecret } from 'cdk8s-plus-27';
import { AccessMode } from './access-mode';
import { type HostPathOptions, HostPathType } from './host-path';
import type { PodField } from './pod-field';
import { ProjectedSource, type ProjectedSourceFacts, type ServiceAccountTokenOptions } from './projected-source';
import {
  type ClaimVolumeOptions,
  type CsiVolumeOptions,
  type DownwardApiOptions,
  EmptyDirMedium,
  type EmptyDirOptions,
  type EphemeralVolumeOptions,
  type ImageVolumeOptions,
  type MountOptions,
  type ProjectedOptions,
  type ProjectionOptions,
} from './volume-options';

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
  | {
      readonly kind: 'configMap' | 'secret';
      readonly objectName: string;
      readonly options: ProjectionOptions;
      /** Permissions of single files, by their keys. */
      readonly modes?: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'downwardApi'; readonly files: Readonly<Record<string, PodField>>; readonly defaultMode?: number }
  | {
      readonly kind: 'projected';
      readonly sources: readonly ProjectedSourceFacts[];
      readonly options: ProjectedOptions;
    }
  | { readonly kind: 'image'; readonly image: string; readonly pullPolicy?: string }
  | {
      readonly kind: 'ephemeral';
      readonly size: Size;
      readonly storageClass?: string;
      readonly accessMode: AccessMode;
    }
  | {
      readonly kind: 'csi';
      readonly driver: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly readOnly: boolean;
    };

/** Sources of volumes that pods may write to. */
const WRITABLE: readonly VolumeSource['kind'][] = ['emptyDir', 'claim', 'ownClaim', 'ephemeral'];

/** A volume of a pod. Mounted into a container by `at`. */
export class Volume {
  /** An empty volume that lives as long as its pod. */
  public static emptyDir(name: string, options: EmptyDirOptions = {}): Volume {
    const { sizeLimit, medium = EmptyDirMedium.DEFAULT } = options;
    return new Volume(name, { kind: 'emptyDir', medium, ...(sizeLimit && { sizeLimit }) });
  }

  /** Storage of a StorageClass that each pod gets when it starts, and that is deleted with the pod. */
  public static ephemeral(name: string, options: EphemeralVolumeOptions): Volume {
    const { size, storageClass, accessMode = AccessMode.READ_WRITE_ONCE } = options;
    return new Volume(name, {
      kind: 'ephemeral',
      size,
      accessMode,
      ...(storageClass !== undefined && { storageClass }),
    });
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

  /** Fields of the pod as files, by the names of the files. */
  public static downwardApi(
    name: string,
    files: { [file: string]: PodField },
    options: DownwardApiOptions = {},
  ): Volume {
    const { defaultMode } = options;
    return new Volume(name, { kind: 'downwardApi', files, ...(defaultMode !== undefined && { defaultMode }) });
  }

  /** Files of several sources in one folder. */
  public static projected(name: string, sources: ProjectedSource[], options: ProjectedOptions = {}): Volume {
    return new Volume(name, { kind: 'projected', sources: sources.map(({ _facts }) => _facts), options });
  }

  /** A token of the workload's service account as a file, for one recipient and a time. */
  public static serviceAccountToken(name: string, options: ServiceAccountTokenOptions = {}): Volume {
    return Volume.projected(name, [ProjectedSource.serviceAccountToken(options)]);
  }

  /**
   * The files of an image, read-only. Kubernetes has it from 1.35 on. The image has a tag or digest, or is a name of
   * the platform's image map.
   */
  public static image(name: string, image: string, options: ImageVolumeOptions = {}): Volume {
    const { pullPolicy } = options;
    return new Volume(name, { kind: 'image', image, ...(pullPolicy !== undefined && { pullPolicy }) });
  }

  /** A volume that a CSI driver makes for each pod. */
  public static csi(name: string, options: CsiVolumeOptions): Volume {
    const { driver, attributes = {}, readOnly = true } = options;
    return new Volume(name, { kind: 'csi', driver, attributes, readOnly });
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

  /**
   * A volume of a source.
   *
   * @internal
   */
  public static _of(name: string, source: VolumeSource): Volume {
    return new Volume(name, source);
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
  if (source.kind === 'csi') return source.readOnly;
  return (
    !WRITABLE.includes(source.kind) || (source.kind === 'claim' && source.accessMode === AccessMode.READ_ONLY_MANY)
  );
}

/** True for the keys of a ConfigMap or Secret as files. */
export function isProjection(source: VolumeSource): source is VolumeSource & { readonly kind: 'configMap' | 'secret' } {
  return source.kind === 'configMap' || source.kind === 'secret';
}

/** True for volumes whose files Kubernetes itself writes: no container can. */
export function isWrittenByKubelet({ kind }: VolumeSource): boolean {
  return kind === 'configMap' || kind === 'secret' || kind === 'downwardApi' || kind === 'projected';
}
