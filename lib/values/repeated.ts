/** Values that stand more than once, each once. */
export function repeated<T>(values: readonly T[]): T[] {
  if (areDistinct(values)) return [];
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}

/** Values that share a key with another one, by the key: one pass, however many there are. */
export function repeatedBy<T>(values: readonly T[], keyOf: (value: T) => string): [string, T[]][] {
  if (areDistinct(values.map(keyOf))) return [];
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups].filter(([, group]) => group.length > 1);
}

function areDistinct(values: readonly unknown[]): boolean {
  return values.length < 2 || new Set(values).size === values.length;
}
