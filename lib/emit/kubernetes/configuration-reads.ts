import type { ConfigurationKind, ConfigurationRead, Workload } from '../../program';
import { isProjection, type ProjectedOptions, type VolumeSource } from '../../values';
import { volumeMounts, volumes } from './volumes';

interface Projection {
  readonly optional?: boolean;
  readonly name?: string;
  readonly secretName?: string;
  readonly items?: readonly { readonly key: string; readonly path: string }[];
}

interface Sources {
  readonly configMap?: Projection;
  readonly secret?: Projection;
}

interface KeyReference {
  readonly name?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

interface Container {
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom?: { readonly configMapKeyRef?: KeyReference; readonly secretKeyRef?: KeyReference };
  }[];
  readonly envFrom?: readonly { readonly configMapRef?: KeyReference; readonly secretRef?: KeyReference }[];
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string;
  }[];
}

/** Fields of a pod by which containers read ConfigMaps and Secrets. */
export interface ReadingPod {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly (Sources & {
    readonly name: string;
    readonly projected?: { readonly sources?: readonly Sources[] };
  })[];
}

/** Reads of ConfigMaps and Secrets by the containers of a pod, without the volumes of the given names. */
export function configurationReads(pod: ReadingPod, unwatched: readonly string[] = []): ConfigurationRead[] {
  const containers = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
  const byName = new Map<string, Sources[]>();
  for (const volume of pod.volumes ?? []) {
    const named = byName.get(volume.name) ?? [];
    named.push(volume, ...(volume.projected?.sources ?? []));
    byName.set(volume.name, named);
  }
  for (const name of unwatched) byName.delete(name);
  return containers.flatMap((container) => [
    ...variableReads(container),
    ...(container.volumeMounts ?? []).flatMap(({ name, mountPath, subPath }) =>
      (byName.get(name) ?? []).flatMap((sources, _, all) => fileReads(sources, mountPath, subPath, all.length > 1)),
    ),
  ]);
}

/** Reads that the statements of a workload lead to, before patches. */
export function statedReads({ containers }: Pick<Workload, 'containers'>): ConfigurationRead[] {
  const mounts = containers.flatMap((container) => container.mounts);
  return configurationReads(
    {
      containers: containers.map((container) => ({
        env: container.variables,
        envFrom: container.variableSources,
        volumeMounts: volumeMounts(container.mounts),
      })),
      volumes: volumes(mounts),
    },
    unwatchedVolumes({ containers }),
  );
}

/** Names of the volumes whose content the application reads again by itself. */
export function unwatchedVolumes({ containers }: Pick<Workload, 'containers'>): string[] {
  return containers
    .flatMap(({ mounts }) => mounts.map(({ volume }) => volume))
    .filter(({ _source: source }) => mayRestart(source) && source.options.restartsPods === false)
    .map(({ name }) => name);
}

function mayRestart(source: VolumeSource): source is VolumeSource & { readonly options: ProjectedOptions } {
  return isProjection(source) || source.kind === 'projected';
}

function variableReads({ env = [], envFrom = [] }: Container): ConfigurationRead[] {
  const read = (kind: ConfigurationKind, reference: KeyReference | undefined, at: string): ConfigurationRead[] =>
    reference?.name === undefined
      ? []
      : [
          {
            kind,
            name: reference.name,
            textOnly: true,
            at,
            ...(reference.optional && { optional: true }),
            ...(reference.key !== undefined && { keys: [reference.key] }),
            ...(reference.key !== undefined && !reference.optional && { required: [reference.key] }),
          },
        ];
  return [
    ...env.flatMap(({ name, valueFrom }) =>
      valueFrom === undefined
        ? []
        : [...read('ConfigMap', valueFrom.configMapKeyRef, name), ...read('Secret', valueFrom.secretKeyRef, name)],
    ),
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...read('ConfigMap', configMapRef, 'envFrom'),
      ...read('Secret', secretRef, 'envFrom'),
    ]),
  ];
}

function fileReads(
  { configMap, secret }: Sources,
  at: string,
  subPath: string | undefined,
  isOneOfSeveral: boolean,
): ConfigurationRead[] {
  const read = (kind: ConfigurationKind, projection: Projection | undefined): ConfigurationRead[] => {
    // A volume names its Secret by `secretName`, a projected source by `name`.
    const name = projection?.name ?? projection?.secretName;
    if (projection === undefined || name === undefined) return [];
    const keys = keysOf(projection, subPath);
    const { items, optional } = projection;
    // Of several sources, each may be the one that has the file.
    const required = optional ? undefined : (items?.map(({ key }) => key) ?? (isOneOfSeveral ? undefined : keys));
    return [
      {
        kind,
        name,
        textOnly: false,
        at,
        ...(keys !== undefined && { keys }),
        ...(optional && { optional: true }),
        ...(required !== undefined && { required }),
      },
    ];
  };
  return [...read('ConfigMap', configMap), ...read('Secret', secret)];
}

/** Keys whose files are below a path of the volume. Undefined for all. */
function keysOf({ items }: Projection, subPath: string | undefined): readonly string[] | undefined {
  const path = subPath?.replace(/\/+/g, '/').replace(/^(?:\.?\/)+|\/\.?$/g, '') ?? '';
  if (items === undefined) return path === '' ? undefined : [path];
  return items
    .filter((item) => path === '' || item.path === path || item.path.startsWith(`${path}/`))
    .map(({ key }) => key);
}
