const MOST_NAMES = 4;

/** A given value in a few words: texts in quotes, so that they differ from numbers. */
export function shown(value: unknown): string {
  try {
    return described(value);
  } catch {
    // A proxy of a user may throw whatever it is asked.
    return 'an object that cannot be read';
  }
}

function described(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  const name = classNameOf(value);
  if (name !== undefined) return `a ${name}`;
  const names = Object.keys(value);
  if (names.length === 0) return 'an empty object';
  return `an object with ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ', …' : ''}`;
}

function classNameOf(value: object): string | undefined {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: { readonly name?: string } } | null;
  const name = prototype?.constructor?.name;
  return name === 'Object' || name === '' ? undefined : name;
}
