/** Data as cdk8s renders it: without keys that hold nothing. */
export function dataAsJson(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(dataAsJson);
  if (typeof data !== 'object' || data === null) return data ?? undefined;
  const entries = Object.entries(data).map(([key, value]) => [key, dataAsJson(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
