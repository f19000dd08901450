type Json = Record<string, unknown>;

/** The lists that Kubernetes itself merges by key, and the fields that are their keys; all other lists are replaced. */
const LIST_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  ports: ['containerPort', 'port'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  topologySpreadConstraints: ['topologyKey'],
};

/** Merges a patch into an object without changing either: maps by key, keyed lists by their keys; `null` removes a field, `$patch: delete` an element. */
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
  if (keys === undefined || !Array.isArray(target) || !Array.isArray(patch)) return mergePatch(target, patch);
  const result: unknown[] = [...target];
  for (const element of patch) {
    const key = keys.find((candidate) => isJson(element) && candidate in element);
    const at = key === undefined ? -1 : result.findIndex((existing) => isJson(existing) && existing[key] === (element as Json)[key]);
    if (isJson(element) && element['$patch'] === 'delete') result.splice(at < 0 ? result.length : at, 1);
    else if (at < 0) result.push(mergePatch(undefined, element));
    else result[at] = mergePatch(result[at], element);
  }
  return result;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
