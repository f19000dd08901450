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
  /** Schema of fields beyond `properties`. */
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
  /** Of what stands in objects as text, by `module#Type`. */
  readonly types: Readonly<Record<string, Schema>>;
}

/** Violations of the schema by a value. Null is refused, since a manifest leaves out unset fields. */
export function checkSchema(value: unknown, schema: Schema, definitions: ClosedSchema['definitions']): Problem[] {
  const problems: Problem[] = [];
  check(value, schema, definitions, '', problems);
  return problems;
}

/** Adds to a list instead of yielding: it runs for every value of every object of every test. */
function check(
  value: unknown,
  schema: Schema,
  definitions: ClosedSchema['definitions'],
  path: string,
  problems: Problem[],
): void {
  if (schema.ref !== undefined) {
    check(value, definitions[schema.ref]!, definitions, path, problems);
  } else if (schema.anyOf !== undefined) {
    const fits = schema.anyOf.some((branch) => checkSchema(value, branch, definitions).length === 0);
    if (!fits) problems.push({ path, message: 'matches none of the allowed types' });
  } else if (schema.enum !== undefined) {
    if (!schema.enum.includes(value)) problems.push({ path, message: `must be one of ${schema.enum.join(', ')}` });
  } else if (schema.type === 'array') {
    if (!Array.isArray(value)) problems.push({ path, message: 'must be array' });
    else value.forEach((item, index) => check(item, schema.items!, definitions, `${path}/${index}`, problems));
  } else if (schema.type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      problems.push({ path, message: 'must be object' });
    else checkFields(value as Record<string, unknown>, schema, definitions, path, problems);
  } else if (schema.type !== undefined && typeof value !== schema.type) {
    problems.push({ path, message: `must be ${schema.type}` });
  }
}

function checkFields(
  object: Record<string, unknown>,
  schema: Schema,
  definitions: ClosedSchema['definitions'],
  path: string,
  problems: Problem[],
): void {
  const properties = schema.properties ?? {};
  for (const field of Object.keys(object)) {
    const value = object[field];
    const at = `${path}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const fieldSchema = Object.hasOwn(properties, field) ? properties[field] : schema.additional;
    if (value === undefined) continue;
    if (fieldSchema === undefined) problems.push({ path: at, message: 'unknown field' });
    else check(value, fieldSchema, definitions, at, problems);
  }
  for (const field of schema.required ?? []) {
    if (object[field] === undefined) problems.push({ path, message: `must have required property '${field}'` });
  }
}
