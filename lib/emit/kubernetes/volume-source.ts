import type { IDownwardAPIVolumeFile } from 'kubernetes-models/v1/DownwardAPIVolumeFile';
import type { IKeyToPath } from 'kubernetes-models/v1/KeyToPath';
import type { IVolume } from 'kubernetes-models/v1/Volume';
import type { IVolumeProjection } from 'kubernetes-models/v1/VolumeProjection';
import {
  byteQuantity,
  bytes,
  EmptyDirMedium,
  HostPathType,
  type PodField,
  type ProjectedSourceFacts,
  secondsOf,
  type VolumeSource,
} from '../../values';
import { claimSpec } from './claim';

type Source = Omit<IVolume, 'name'>;
type OfKind<Kind extends VolumeSource['kind']> = Extract<VolumeSource, { readonly kind: Kind }>;

/** Source of a volume as the API has it. A StatefulSet adds the volumes of its own claims. */
export function volumeSource(source: Exclude<VolumeSource, OfKind<'ownClaim'>>): Source {
  switch (source.kind) {
    case 'emptyDir':
      return { emptyDir: emptyDir(source) };
    case 'claim':
      return { persistentVolumeClaim: { claimName: source.claimName } };
    case 'hostPath':
      return { hostPath: { path: source.path, ...(source.type !== HostPathType.ANY && { type: source.type }) } };
    case 'ephemeral':
      return { ephemeral: { volumeClaimTemplate: { spec: claimSpec(source) } } };
    case 'configMap':
      return { configMap: { name: source.objectName, ...projection(source) } };
    case 'secret':
      return { secret: { secretName: source.objectName, ...projection(source) } };
    case 'downwardApi':
      return { downwardAPI: { items: podFiles(source.files), ...mode(source.defaultMode) } };
    case 'projected':
      return { projected: { sources: source.sources.map(projected), ...mode(source.options.defaultMode) } };
    case 'image':
      return {
        image: {
          reference: source.image,
          ...(source.pullPolicy !== undefined && { pullPolicy: source.pullPolicy as 'IfNotPresent' }),
        },
      };
    case 'csi':
      return {
        csi: {
          driver: source.driver,
          readOnly: source.readOnly,
          ...(Object.keys(source.attributes).length > 0 && { volumeAttributes: { ...source.attributes } }),
        },
      };
  }
}

function emptyDir({ sizeLimit, medium }: OfKind<'emptyDir'>): NonNullable<IVolume['emptyDir']> {
  return {
    ...(sizeLimit && { sizeLimit: byteQuantity(bytes(sizeLimit)) }),
    ...(medium === EmptyDirMedium.MEMORY && { medium: 'Memory' }),
  };
}

function projection({ options: { items, defaultMode, optional }, modes }: OfKind<'configMap' | 'secret'>) {
  return { ...keys(items, modes), ...mode(defaultMode), ...(optional && { optional }) };
}

function projected(source: ProjectedSourceFacts): IVolumeProjection {
  switch (source.kind) {
    case 'downwardApi':
      return { downwardAPI: { items: podFiles(source.files) } };
    case 'serviceAccountToken': {
      const { path, audience, expiration } = source;
      return {
        serviceAccountToken: {
          path,
          ...(audience !== undefined && { audience }),
          ...(expiration !== undefined && { expirationSeconds: secondsOf(expiration) }),
        },
      };
    }
    default: {
      const { objectName: name, options } = source;
      return { [source.kind]: { name, ...keys(options.items), ...(options.optional && { optional: true }) } };
    }
  }
}

function keys(
  items: Readonly<Record<string, string>> | undefined,
  modes: Readonly<Record<string, number>> = {},
): { items?: IKeyToPath[] } {
  if (items === undefined) return {};
  const modeOf = new Map(Object.entries(modes));
  return {
    items: Object.entries(items)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, path]) => ({ key, path, ...(modeOf.has(key) && { mode: modeOf.get(key)! }) })),
  };
}

function podFiles(files: Readonly<Record<string, PodField>>): IDownwardAPIVolumeFile[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { _reference: reference }]) => ({ path, ...fieldOf(reference) }));
}

function fieldOf(reference: PodField['_reference']): Omit<IDownwardAPIVolumeFile, 'path'> {
  if ('field' in reference) return { fieldRef: { fieldPath: reference.field } };
  const { container: containerName, resource, divisor } = reference;
  return { resourceFieldRef: { containerName, resource, ...(divisor !== undefined && { divisor }) } };
}

function mode(defaultMode: number | undefined): { defaultMode?: number } {
  return defaultMode === undefined ? {} : { defaultMode };
}
