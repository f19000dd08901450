import { Problem } from './problem';

/** The part of JSON Schema that interfaces need; an object without `additional` refuses unknown fields. */
export interface Schema {
  /** Name of a definition, which is all of the schema then. */
  readonly ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What fields beyond `properties` hold. */
  readonly additional?: Schema;
}

/** A kind's schema, and the module of its validator where there is one. */
export interface KindSchema {
  readonly schema: Schema;
  readonly module?: string;
}

export interface ClosedSchema {
  readonly definitions: Readonly<Record<string, Schema>>;
  /** By `apiVersion/kind`. */
  readonly kinds: Readonly<Record<string, KindSchema>>;
}

/** Where a value breaks the schema; null is refused, since what a manifest does not set it does not mention. */
export function* checkSchema(value: unknown, schema: Schema, definitions: ClosedSchema['definitions'], path = ''): Generator<Problem> {
  if (schema.ref !== undefined) {
    yield* checkSchema(value, definitions[schema.ref]!, definitions, path);
  } else if (schema.anyOf !== undefined) {
    const fits = schema.anyOf.some((branch) => checkSchema(value, branch, definitions, path).next().done);
    if (!fits) yield { path, message: 'matches none of the allowed types' };
  } else if (schema.enum !== undefined) {
    if (!schema.enum.includes(value)) yield { path, message: `must be one of ${schema.enum.join(', ')}` };
  } else if (schema.type === 'array') {
    if (!Array.isArray(value)) yield { path, message: 'must be array' };
    else for (const [index, item] of value.entries()) yield* checkSchema(item, schema.items!, definitions, `${path}/${index}`);
  } else if (schema.type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) yield { path, message: 'must be object' };
    else yield* checkFields(value as Record<string, unknown>, schema, definitions, path);
  } else if (schema.type !== undefined && typeof value !== schema.type) {
    yield { path, message: `must be ${schema.type}` };
  }
}

function* checkFields(object: Record<string, unknown>, schema: Schema, definitions: ClosedSchema['definitions'], path: string): Generator<Problem> {
  const properties = schema.properties ?? {};
  for (const [field, value] of Object.entries(object)) {
    const at = `${path}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const fieldSchema = Object.hasOwn(properties, field) ? properties[field] : schema.additional;
    if (value === undefined) continue;
    if (fieldSchema === undefined) yield { path: at, message: 'unknown field' };
    else yield* checkSchema(value, fieldSchema, definitions, at);
  }
  for (const field of schema.required ?? []) {
    if (object[field] === undefined) yield { path, message: `must have required property '${field}'` };
  }
}
