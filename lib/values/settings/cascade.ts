/** One layer of settings, and how reports name it. */
export interface Layer {
  readonly origin: string;
  readonly values: object;
}

/** A value that was stated below although the platform requires another. */
export interface Conflict {
  readonly name: string;
  readonly origin: string;
  readonly stated: unknown;
  readonly required: unknown;
}

/** A value in effect. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly origin: string;
}

/** Settings in effect, by their path. */
export interface Cascade {
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly conflicts: readonly Conflict[];
}

type Path = readonly string[];

/** Lays settings over one another, field by field: a later layer counts more, a required value most. */
export function cascade(layers: readonly Layer[], required: Layer): Cascade {
  const leaves = new Map<string, Leaf>();
  const conflicts: Conflict[] = [];
  for (const { origin, values } of layers) {
    for (const { key, path, value } of leavesOf(values)) leaves.set(key, { path, value, origin });
  }
  for (const { key, path, value } of leavesOf(required.values)) {
    for (const layer of layers.slice(2)) {
      const stated = valueAt(layer.values, path);
      if (stated !== undefined && describe(stated) !== describe(value)) {
        conflicts.push({ name: key, origin: layer.origin, stated, required: value });
      }
    }
    leaves.set(key, { path, value, origin: required.origin });
  }
  return { leaves, conflicts };
}

/** The values in effect as one object of the shape of a layer. */
export function effective(leaves: ReadonlyMap<string, Leaf>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { path, value } of leaves.values()) {
    let at = result;
    for (let depth = 0; depth < path.length - 1; depth++) at = mapAt(at, path[depth]!);
    setOwn(at, path.at(-1)!, value);
  }
  return result;
}

function mapAt(map: Record<string, unknown>, key: string): Record<string, unknown> {
  if (!Object.hasOwn(map, key)) setOwn(map, key, {});
  return map[key] as Record<string, unknown>;
}

/** Sets a key of the map's own: `__proto__` is a key like any other. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true });
  else map[key] = value;
}

// Label keys hold dots and slashes, so the path inside is kept apart from how it is shown.
const SEPARATOR = '\u0000';

/** Key of the leaf at a path. */
export function pathKey(path: Path): string {
  return path.join(SEPARATOR);
}

/** The path as reports show it. */
export function writtenName(key: string): string {
  return key.replaceAll(SEPARATOR, '.');
}

/** A value as reports show it. */
export function describe(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  const own = value as { toHumanString?(): string; asString?(): string; amount?: unknown; unit?: unknown };
  if (typeof own.toHumanString === 'function') return own.toHumanString();
  if (typeof own.asString === 'function') return own.asString();
  if (typeof own.amount === 'string') return own.amount;
  return `{${Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${name.replace(/^_/, '')}: ${describe(field)}`)
    .join(', ')}}`;
}

interface KeyedLeaf {
  readonly key: string;
  readonly path: Path;
  readonly value: unknown;
}

/** Leaves of layers that cannot change: those of the library, platforms and stacks hold for many workloads. */
const KNOWN = new WeakMap<object, readonly KeyedLeaf[]>();

function leavesOf(values: object): readonly KeyedLeaf[] {
  const known = KNOWN.get(values);
  if (known !== undefined) return known;
  const leaves: KeyedLeaf[] = [];
  addLeaves(values, [], leaves);
  if (Object.isFrozen(values)) KNOWN.set(values, leaves);
  return leaves;
}

function addLeaves(values: object, above: Path, leaves: KeyedLeaf[]): void {
  for (const [field, value] of Object.entries(values) as [string, unknown][]) {
    if (value === undefined) continue;
    const path = [...above, field];
    // Value types and lists count as a whole; only plain objects are laid over one another.
    if (isPlain(value)) addLeaves(value, path, leaves);
    else leaves.push({ key: pathKey(path), path, value });
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function valueAt(values: object, path: Path): unknown {
  let at: unknown = values;
  for (const segment of path) at = isPlain(at) && Object.hasOwn(at, segment) ? at[segment] : undefined;
  return at;
}
