type Document = Readonly<Record<string, unknown>>;

/** An annotation that holds a JSON object. Undefined for any other text. */
export function jsonDocument(text: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isDocument(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Both objects in one: fields of the second hold where both have them, and objects are merged field by field. */
export function mergedDocuments(one: Document, other: Document): Document {
  const fields = Object.entries(other).map(([key, value]) => {
    const before = one[key];
    return [key, isDocument(before) && isDocument(value) ? mergedDocuments(before, value) : value] as const;
  });
  return { ...one, ...Object.fromEntries(fields) };
}

/** True where the second object changes no field of the first. */
export function keeps(one: Document, other: Document): boolean {
  return (
    JSON.stringify(mergedDocuments(one, other)) === JSON.stringify(mergedDocuments(mergedDocuments(one, other), one))
  );
}

/** Annotations in one map: where both have a key, and both values are JSON objects, these are merged. */
export function mergedAnnotations(
  own: Readonly<Record<string, string>>,
  stated: Readonly<Record<string, string>>,
): Record<string, string> {
  const merged = Object.entries(stated).map(([key, value]) => {
    const [before, after] = [jsonDocument(own[key] ?? ''), jsonDocument(value)];
    return [key, before && after ? JSON.stringify(mergedDocuments(before, after)) : value] as const;
  });
  return { ...own, ...Object.fromEntries(merged) };
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
