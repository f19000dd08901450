import type { IVolume } from 'kubernetes-models/v1/Volume';
import type { IVolumeMount } from 'kubernetes-models/v1/VolumeMount';
import {
  byteQuantity,
  bytes,
  ContainerFacts,
  ContainerRole,
  Mount,
  EmptyDirMedium,
  HostPathType,
  TMP_SIZE,
  Volume,
  type VolumeSource,
} from '../../values';

const TMP = '/tmp';

/** The mounts of a container: those stated, and a `/tmp` of its own where its root file system is read-only. */
export function mountsOf(container: ContainerFacts, readOnlyRootFilesystem: boolean): Mount[] {
  const stated = [...container.mounts];
  if (!readOnlyRootFilesystem || stated.some((mount) => normalizedPath(mount.path) === TMP)) return stated;
  return [...stated, container.role === ContainerRole.MAIN ? OWN_TMP : tmpMount(`tmp-${container.name}`)];
}

const OWN_TMP = tmpMount('tmp');

function tmpMount(name: string): Mount {
  return Volume.emptyDir(name, { sizeLimit: TMP_SIZE }).at(TMP);
}

/** The path as the kubelet sees it: without doubled and trailing slashes. */
export function normalizedPath(path: string): string {
  if (!path.includes('//') && !path.endsWith('/')) return path;
  return path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

/** Mounts as the API has them, by path. */
export function volumeMounts(mounts: readonly Mount[]): IVolumeMount[] {
  return [...mounts]
    .sort((a, b) => compare(a.path, b.path))
    .map(({ volume, path, readOnly, subPath }) => ({
      name: volume.name,
      mountPath: path,
      ...(readOnly && { readOnly }),
      ...(subPath !== undefined && { subPath }),
    }));
}

/** The volumes that mounts refer to, each once, by name. A StatefulSet adds those of its own claims. */
export function volumes(mounts: readonly Mount[]): IVolume[] {
  const byName = new Map(mounts.map(({ volume }) => [volume.name, volume]));
  return [...byName.values()].sort((a, b) => compare(a.name, b.name)).flatMap(volumeOf);
}

function volumeOf({ name, _source: source }: Volume): IVolume[] {
  if (source.kind === 'ownClaim') return [];
  return [{ name, ...sourceOf(source) }];
}

function sourceOf(source: Exclude<VolumeSource, { readonly kind: 'ownClaim' }>): Omit<IVolume, 'name'> {
  if (source.kind === 'claim') return { persistentVolumeClaim: { claimName: source.claimName } };
  if (source.kind === 'hostPath') {
    const { path, type } = source;
    return { hostPath: { path, ...(type !== HostPathType.ANY && { type }) } };
  }
  if (source.kind === 'emptyDir') {
    const { sizeLimit, medium } = source;
    return {
      emptyDir: {
        ...(sizeLimit && { sizeLimit: byteQuantity(bytes(sizeLimit)) }),
        ...(medium === EmptyDirMedium.MEMORY && { medium: 'Memory' }),
      },
    };
  }
  const { items, defaultMode, optional } = source.options;
  const projection = {
    ...(items && {
      items: Object.entries(items)
        .sort(([a], [b]) => compare(a, b))
        .map(([key, path]) => ({ key, path })),
    }),
    ...(defaultMode !== undefined && { defaultMode }),
    ...(optional && { optional }),
  };
  return source.kind === 'configMap'
    ? { configMap: { name: source.objectName, ...projection } }
    : { secret: { secretName: source.objectName, ...projection } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
