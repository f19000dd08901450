/** Data of an object as cdk8s renders it: keys of its fields in order, none that holds nothing. */
export function dataAsJson(object: unknown): unknown {
  return mapOf(Object.entries(object as object));
}

function rendered(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(rendered);
  if (typeof data !== 'object' || data === null) return data ?? undefined;
  return mapOf(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapOf(entries: readonly [string, unknown][]): unknown {
  return Object.fromEntries(
    entries.map(([key, value]) => [key, rendered(value)]).filter(([, value]) => value !== undefined),
  );
}
