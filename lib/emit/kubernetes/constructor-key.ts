const KEY = 'constructor';

/** No key of Kubernetes holds NUL. */
const HIDDEN = `\0${KEY}`;

type Map = Readonly<Record<string, unknown>>;

/**
 * The value with another name for keys `constructor`: cdk8s takes what such a key holds for the class of the map, and
 * refuses to render it.
 */
export function hideConstructorKeys<T>(value: T): T {
  return renamed(value, KEY, HIDDEN) as T;
}

/** The name under which a key is hidden. */
export function hiddenKey(key: string): string {
  return key === KEY ? HIDDEN : key;
}

/** The value with the keys `constructor` that were hidden. */
export function showConstructorKeys<T>(value: T): T {
  return renamed(value, HIDDEN, KEY) as T;
}

/** The value itself where there is no such key; else a copy, the new key in the order of cdk8s. */
function renamed(value: unknown, from: string, to: string): unknown {
  if (!holds(value, from)) return value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to));
  const entries = Object.entries(value as Map).map(
    ([key, each]) => [key === from ? to : key, renamed(each, from, to)] as const,
  );
  return Object.fromEntries(
    Object.hasOwn(value as Map, from) ? entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : entries,
  );
}

/** Tells if a key stands at any depth. Copies nothing: each object is asked when it is rendered. */
function holds(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((each) => holds(each, key));
  return isMap(value) && (Object.hasOwn(value, key) || Object.values(value).some((each) => holds(each, key)));
}

/** Tells plain maps from the objects of classes, whatever keys they have. */
function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
