type Json = Record<string, unknown>;

/** Tells if a JSON pointer leads to a field of the object. */
export function resolves(object: unknown, pointer: string): boolean {
  return follow(object, pointer) !== undefined;
}

/** Reads the field at a JSON pointer, as text. Undefined where there is none. */
export function valueAt(object: unknown, pointer: string): string | undefined {
  const found = follow(object, pointer);
  return found === undefined ? undefined : JSON.stringify(found.value);
}

/** The field at a JSON pointer. Undefined where there is none. */
export function fieldAt(object: unknown, pointer: string): unknown {
  return follow(object, pointer)?.value;
}

function follow(object: unknown, pointer: string): { readonly value: unknown } | undefined {
  let at: unknown = object;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Json)[key];
  }
  return { value: at };
}
