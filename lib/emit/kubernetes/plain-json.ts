/**
 * Data as cdk8s renders it with its own resolvers: keys in order, without those that hold nothing.
 *
 * @throws Error where something else than lists, maps, texts, numbers and truth values is in it
 */
export function plainJson(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error('only cdk8s knows the form of this value');
  const json: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(value))) {
    const each = plainJson((value as Record<string, unknown>)[key]);
    if (each !== undefined) json[key] = each;
  }
  return json;
}

/** Most maps have their keys in order. */
function inOrder(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) if (keys[at - 1]! > keys[at]!) return keys.sort();
  return keys;
}
