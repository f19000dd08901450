/** A field that is not what it was. */
export interface Change {
  /** Path of the field, such as `spec.template.spec.containers[0].image`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields that differ between two versions of an object; null counts as nothing, as it does for the API server. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if ((before ?? undefined) === (after ?? undefined)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item, at) => changesBetween(item, after[at], `${path}[${at}]`));
  if (!isMap(before) || !isMap(after)) return [{ path, before, after }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

/** A change in words. */
export function describeChange({ path, before, after }: Change): string {
  return (
    `${path} was ${before === undefined ? 'nothing' : JSON.stringify(before)} and becomes ` +
    `${after === undefined ? 'nothing' : JSON.stringify(after)}`
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
