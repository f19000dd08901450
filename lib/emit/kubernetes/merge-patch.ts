import { ListIndex } from './list-index';

type Json = Record<string, unknown>;

const PORT_KEYS: readonly string[] = ['containerPort', 'port'];

/** Key fields of the lists that Kubernetes merges by key. All other lists are replaced. */
const LIST_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  ports: PORT_KEYS,
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  topologySpreadConstraints: ['topologyKey'],
};

/**
 * Merges a patch into an object and changes neither: maps by key, keyed lists by their keys.
 *
 * `null` removes a field, `$patch: delete` an element. Throws where an element of a keyed list has no key.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isJson(patch)) return patch;
  const merged = isJson(target) ? (copyOf(target) as Json) : {};
  mergeInto(merged, patch);
  return merged;
}

/**
 * Merges a patch into an object, which it changes: work for the fields of the patch, not for those of the object.
 *
 * Returns true where that changes something. Where it throws, the object may be changed in part.
 */
export function mergeInto(target: Json, patch: Json, lists = new ListIndex()): boolean {
  let isChanged = false;
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) {
      isChanged = Object.hasOwn(target, field) || isChanged;
      delete target[field];
    } else isChanged = mergeField(target, field, value, lists) || isChanged;
  }
  return isChanged;
}

function mergeField(target: Json, field: string, patch: unknown, lists: ListIndex): boolean {
  const keys = Object.hasOwn(LIST_KEYS, field) ? LIST_KEYS[field] : undefined;
  const old = Object.hasOwn(target, field) ? target[field] : undefined;
  if (keys !== undefined && Array.isArray(patch)) {
    if (Array.isArray(old)) return mergeList(old as unknown[], { field, keys }, patch as unknown[], lists);
    const list: unknown[] = [];
    mergeList(list, { field, keys }, patch as unknown[], lists);
    return set(target, field, list);
  }
  if (!isJson(patch)) return !isEqual(old, patch) && set(target, field, copyOf(patch));
  return isJson(old) ? mergeInto(old, patch, lists) : set(target, field, mergePatch(undefined, patch));
}

interface KeyedList {
  readonly field: string;
  readonly keys: readonly string[];
}

function mergeList(list: unknown[], { field, keys }: KeyedList, patch: readonly unknown[], lists: ListIndex): boolean {
  let isChanged = false;
  for (const element of patch) {
    const key = keys.find((candidate) => isJson(element) && candidate in element);
    // Appended silently, it would be added to the element that it should change.
    if (key === undefined)
      throw new Error(
        `an element of ${field} is merged by its ${keys.join(' or ')}, which ${JSON.stringify(element)} lacks`,
      );
    const at = positionOf(element as Json, key, list, lists);
    if ((element as Json)['$patch'] === 'delete') {
      if (at < 0) continue;
      list.splice(at, 1);
      lists.forget(list);
      isChanged = true;
    } else if (at < 0) {
      list.push(mergePatch(undefined, element));
      lists.added(list);
      isChanged = true;
    } else {
      isChanged = mergeInto(list[at] as Json, element as Json, lists) || isChanged;
      if (keys.every((each) => each in (element as Json)) && keys.length > 1) lists.forget(list);
    }
  }
  return isChanged;
}

/**
 * Finds the index of the element to merge into.
 *
 * Two ports may share a number, so their protocols are compared too.
 */
function positionOf(element: Json, key: string, list: readonly unknown[], lists: ListIndex): number {
  const alike = lists.find(list, key, element[key]);
  if (!PORT_KEYS.includes(key)) return alike[0] ?? -1;
  const { protocol } = element;
  if (protocol !== undefined) return alike.find((at) => ((list[at] as Json)['protocol'] ?? 'TCP') === protocol) ?? -1;
  if (alike.length > 1)
    throw new Error(`${key} ${String(element[key])} stands for ports of two protocols: state which one`);
  return alike[0] ?? -1;
}

/** A field may have the name of one that every object inherits, `__proto__` included. */
function set(target: Json, field: string, value: unknown): true {
  Object.defineProperty(target, field, { value, enumerable: true, writable: true, configurable: true });
  return true;
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A copy: what a patch sets, a later one may change. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isJson(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
