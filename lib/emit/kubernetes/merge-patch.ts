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
  // A map, since a field may have the name of one that every object inherits.
  const result = new Map(Object.entries(isJson(target) ? target : {}));
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) result.delete(field);
    else if (value !== undefined) result.set(field, mergeField(field, result.get(field), value));
  }
  return Object.fromEntries(result);
}

function mergeField(field: string, target: unknown, patch: unknown): unknown {
  const keys = Object.hasOwn(LIST_KEYS, field) ? LIST_KEYS[field] : undefined;
  if (keys === undefined || !Array.isArray(patch)) return mergePatch(target, patch);
  const result: unknown[] = Array.isArray(target) ? [...(target as unknown[])] : [];
  for (const element of patch as unknown[]) {
    const key = keys.find((candidate) => isJson(element) && candidate in element);
    // Appended silently, it would be added to the element that it should change.
    if (key === undefined)
      throw new Error(
        `an element of ${field} is merged by its ${keys.join(' or ')}, which ${JSON.stringify(element)} lacks`,
      );
    const at = positionOf(element as Json, key, result);
    if ((element as Json)['$patch'] === 'delete') result.splice(at < 0 ? result.length : at, 1);
    else if (at < 0) result.push(mergePatch(undefined, element));
    else result[at] = mergePatch(result[at], element);
  }
  return result;
}

/**
 * Finds the index of the element to merge into.
 *
 * Two ports may share a number, so their protocols are compared too.
 */
function positionOf(element: Json, key: string, list: readonly unknown[]): number {
  const alike = list.flatMap((existing, at) => (isJson(existing) && existing[key] === element[key] ? [at] : []));
  if (!PORT_KEYS.includes(key)) return alike[0] ?? -1;
  const { protocol } = element;
  if (protocol !== undefined) return alike.find((at) => ((list[at] as Json)['protocol'] ?? 'TCP') === protocol) ?? -1;
  if (alike.length > 1)
    throw new Error(`${key} ${String(element[key])} stands for ports of two protocols: state which one`);
  return alike[0] ?? -1;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
