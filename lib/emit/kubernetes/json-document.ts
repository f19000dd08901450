import { unique } from '../../program';
import { yamlDocument } from './yaml-document';

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

/** An annotation that holds a map, as JSON or as YAML. Undefined for any other text. */
export function annotatedMap(text: string): Document | undefined {
  return jsonDocument(text) ?? yamlDocument(text);
}

/** True for annotations that hold maps of which neither changes a field of the other: merging loses nothing. */
export function canMerge(one: string, other: string): boolean {
  const [document, added] = [annotatedMap(one), annotatedMap(other)];
  return document !== undefined && added !== undefined && keeps(document, added);
}

/**
 * Annotations in one map: where both have a key, maps are merged, and lists by commas are joined under the keys that
 * hold such lists.
 */
export function mergedAnnotations(
  own: Readonly<Record<string, string>>,
  stated: Readonly<Record<string, string>>,
  lists: readonly string[] = [],
): Record<string, string> {
  const merged = Object.entries(stated).map(([key, value]) => {
    const before = Object.hasOwn(own, key) ? own[key]! : '';
    if (lists.includes(key) && before !== '')
      return [key, unique([before, value].flatMap((list) => list.split(',')).map((each) => each.trim())).join()];
    const [one, other] = [annotatedMap(before), annotatedMap(value)];
    return [key, one && other ? JSON.stringify(mergedDocuments(one, other)) : value] as const;
  });
  return { ...own, ...Object.fromEntries(merged) };
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
