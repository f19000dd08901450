import { createHash } from 'node:crypto';
import {
  type ConfigurationRead,
  type ConfigurationSource,
  type StatedConfiguration,
  type Workload,
  type WorkloadDefinition,
  WorkloadKind,
  unique,
} from '../../program';
import { contentOf, entriesRead } from './configuration-content';
import { configurationReads, type ReadingPod, statedReads, unwatchedVolumes } from './configuration-reads';
import { restartsByReloader } from './reloader';
import { templateIn } from './template';

type Annotations = Readonly<Record<string, string>>;

interface Metadata {
  readonly annotations?: Annotations;
}

/** Annotation of pods that changes with the configuration that they read: Kubernetes then replaces them. */
export const CONFIGURATION_HASH = 'cdk8s-microservice/configuration-hash';

/** Hexadecimal digits of the hash: 64 bits tell any two contents of a workload apart. */
const HASH_LENGTH = 16;

/** Configuration that the pods of a workload may read. */
export interface PodConfiguration {
  readonly source: ConfigurationSource;
  /** Names of the volumes whose content the application reads again by itself. */
  readonly unwatched: readonly string[];
  /** True where the workload states a read, beside those that patches add. */
  readonly isRead: boolean;
  /** True where the pods are replaced when it changes: by a hash in their template. */
  readonly replacesPods: boolean;
}

/** Configuration of the pods of a workload. */
export function podConfiguration(
  definition: Pick<WorkloadDefinition, 'kind' | 'configuration'> & Pick<Workload, 'containers'>,
): PodConfiguration {
  return {
    source: definition.configuration,
    unwatched: unwatchedVolumes(definition),
    isRead: statedReads(definition).length > 0,
    // Each run of a job reads it anew, and the template of a Job cannot change.
    replacesPods: definition.kind !== WorkloadKind.JOB,
  };
}

/** Reads of ConfigMaps and Secrets by the pods of a rendered workload object. */
export function renderedReads(
  object: Record<string, unknown>,
  { unwatched }: Pick<PodConfiguration, 'unwatched'>,
): ConfigurationRead[] {
  return configurationReads((templateIn(object)?.['spec'] ?? {}) as ReadingPod, unwatched);
}

/** Reads of a workload object of ConfigMaps and Secrets that the program states, with the object of each. */
export function readsOfProgram(object: Record<string, unknown>, configuration: PodConfiguration) {
  return renderedReads(object, configuration).flatMap((read) => {
    const stated = configuration.source(read.kind, read.name);
    return stated === undefined ? [] : [{ read, stated }];
  });
}

/** Objects that the reads of a workload object need: stated ones, and those of which controllers make Secrets. */
export function neededObjects(object: Record<string, unknown>, configuration: PodConfiguration): StatedConfiguration[] {
  const { source } = configuration;
  return renderedReads(object, configuration).flatMap(({ kind, name }) => {
    const needed = source(kind, name) ?? (kind === 'Secret' ? source.maker?.(name) : undefined);
    return needed === undefined ? [] : [needed];
  });
}

/**
 * Adds the hash of all that the pods read of the program's ConfigMaps and Secrets to the final workload object. A hash
 * that the microservice states itself, and what Reloader restarts, stay as they are.
 */
export function withConfigurationHash(
  object: Record<string, unknown>,
  configuration: PodConfiguration,
  rendering: object | undefined,
): Record<string, unknown> {
  const { spec, template, metadata } = partsOf(object);
  const annotations = metadata.annotations ?? {};
  if (Object.hasOwn(annotations, CONFIGURATION_HASH)) return object;
  const all = { ...(object['metadata'] as Metadata | undefined)?.annotations, ...annotations };
  const contents = readsOfProgram(object, configuration).flatMap(({ read, stated }) => {
    const content = contentOf(read, stated, rendering);
    return content === undefined || restartsByReloader(all, read, content.annotations) ? [] : [{ read, content }];
  });
  if (contents.length === 0) return object;
  // The names are hashed too, so that equal values of two objects look different.
  const entries = contents.flatMap(({ read, content }) =>
    entriesRead(read, content).map(({ key, value, binary }) =>
      JSON.stringify([read.kind, read.name, key, binary, value]),
    ),
  );
  // One that cannot be reversed, since Secrets are among what it is made of.
  const hash = createHash('sha256')
    .update(JSON.stringify(unique(entries)))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return {
    ...object,
    spec: {
      ...spec,
      template: {
        ...template,
        metadata: sorted({ ...metadata, annotations: sorted({ ...annotations, [CONFIGURATION_HASH]: hash }) }),
      },
    },
  };
}

function partsOf(object: Record<string, unknown>) {
  const spec = (object['spec'] ?? {}) as {
    readonly template?: { readonly metadata?: Metadata; readonly spec?: ReadingPod };
  };
  const template = spec.template ?? {};
  return { spec, template, metadata: template.metadata ?? {} };
}

/** Keys in order, as rendered objects have them. */
function sorted<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1))) as T;
}
