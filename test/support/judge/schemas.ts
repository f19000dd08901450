import type { Schema } from './closed-schema';

export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };

/** An object of fields, none beside these. */
export function object(properties: Record<string, Schema>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object of any keys. */
export function mapOf(additional: Schema): Schema {
  return { type: 'object', additional };
}

/** Metadata that the library states. */
export const metadata = object({ name: text, namespace: text, labels: mapOf(text), annotations: mapOf(text) }, [
  'name',
]);
