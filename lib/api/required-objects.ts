import type { IConstruct } from 'constructs';
import { frozen } from '../arguments';
import { renderedReads } from '../emit/kubernetes';
import { withAllBelow } from '../errors';
import type { ConfigurationRead } from '../program';
import { hasState, stateOf, type WorkloadState } from './workload/workload-state';

/** A place at which a workload reads an object. */
export interface ObjectReader {
  /** Path of the workload in the program, such as `shop/cart`. */
  readonly workload: string;

  /** Path of the files, name of the variable, `envFrom`, or `image pulls`. */
  readonly place: string;

  /**
   * Keys that are read, in alphabetical order.
   *
   * @default - all
   */
  readonly keys?: string[];

  /** True where the workload starts without the object. */
  readonly optional: boolean;
}

/** A ConfigMap or Secret that the program names and does not state. */
export interface RequiredObject {
  /** `ConfigMap` or `Secret`. */
  readonly kind: string;

  /** Namespace of the object. */
  readonly namespace: string;

  /** Name of the object. */
  readonly name: string;

  /** Its readers, by workload and place. */
  readonly readers: ObjectReader[];
}

/** ConfigMaps and Secrets that others have to make before the workloads of a program start. */
export class RequiredObjects {
  /** Those of an app, a stack or a workload. Ask when the program is complete. */
  public static of(construct: IConstruct): RequiredObjects {
    return new RequiredObjects(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /** The objects, by namespace, kind and name. */
  public get list(): RequiredObject[] {
    const found = new Map<string, RequiredObject>();
    for (const workload of withAllBelow(this.construct)) {
      if (!hasState(workload)) continue;
      const state = stateOf(workload);
      const { namespace } = state.definition;
      for (const read of readsOfOthers(state)) {
        const id = `${namespace} ${read.kind} ${read.name}`;
        const known = found.get(id) ?? { kind: read.kind, namespace, name: read.name, readers: [] };
        found.set(id, { ...known, readers: [...known.readers, readerOf(workload.node.path, read)] });
      }
    }
    const sorted = [...found].sort(([a], [b]) => compare(a, b));
    return frozen(sorted.map(([, each]) => ({ ...each, readers: inOrder(each.readers) })));
  }

  /** The list as JSON, for a file that other tools read. */
  public toJson(): string {
    return `${JSON.stringify(this.list, undefined, 2)}\n`;
  }
}

function readsOfOthers({ objects, definition }: WorkloadState): ConfigurationRead[] {
  const pulls = definition.settings.values.imagePullSecrets.map((name) => ({
    kind: 'Secret' as const,
    name,
    keys: ['.dockerconfigjson'],
    textOnly: false,
    at: 'image pulls',
  }));
  const { configuration } = definition;
  return [...renderedReads(objects.workload.toJson(), { unwatched: [] }), ...pulls].filter(
    ({ kind, name }) =>
      configuration(kind, name) === undefined && (kind !== 'Secret' || configuration.maker?.(name) === undefined),
  );
}

function readerOf(workload: string, { at, keys, optional = false }: ConfigurationRead): ObjectReader {
  return { workload, place: at, ...(keys !== undefined && { keys: [...keys].sort() }), optional };
}

/** Readers by workload and place, each once. */
function inOrder(readers: readonly ObjectReader[]): ObjectReader[] {
  const byText = new Map(readers.map((reader) => [JSON.stringify(reader), reader]));
  return [...byText].sort(([a], [b]) => compare(a, b)).map(([, reader]) => reader);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
