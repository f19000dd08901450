import { nearest } from '../../../arguments';
import { FIELD_TABLE } from './field-table';

/** A field that a kind lacks. */
export interface UnknownField {
  /** Way to it from the top of the object, such as `spec.replica`. */
  readonly path: string;
  /** The field that may be meant. */
  readonly near?: string;
}

type Fields = ReadonlyMap<string, string | undefined>;

/** Numbers of kinds, and fields by number, with the number of the fields below each. */
interface Table {
  readonly kinds: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, Fields>;
}

let read: Table | undefined;

/** Fields of an object that its kind lacks in every supported version; none for a kind that is not in the table. */
export function unknownFields(object: Readonly<Record<string, unknown>>): UnknownField[] {
  read ??= readTable();
  const { kinds, fields } = read;
  const number = kinds.get(`${String(object['apiVersion'])}/${String(object['kind'])}`);
  return number === undefined ? [] : below(object, number, '', fields);
}

function below(value: unknown, number: string, path: string, all: Table['fields']): UnknownField[] {
  if (Array.isArray(value)) return value.flatMap((element, at) => below(element, number, `${path}[${at}]`, all));
  if (typeof value !== 'object' || value === null) return [];
  const fields = all.get(number)!;
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (!fields.has(name)) {
      const near = nearest(name, fields.keys());
      return [{ path: at, ...(near !== undefined && { near }) }];
    }
    const next = fields.get(name);
    return next === undefined ? [] : below(inner, next, at, all);
  });
}

function readTable(): Table {
  const lines = FIELD_TABLE.trim()
    .replaceAll('\n ', '')
    .split('\n')
    .map((line) => line.split(' '));
  const isKind = ([head = '']: readonly string[]) => head.includes('/');
  return {
    kinds: new Map(lines.filter(isKind).map(([kind = '', number = '']) => [kind, number])),
    fields: new Map(lines.filter((line) => !isKind(line)).map(([number = '', ...names]) => [number, fieldsOf(names)])),
  };
}

function fieldsOf(names: readonly string[]): Fields {
  return new Map(names.map((text) => text.split(':') as [string, string | undefined]));
}
