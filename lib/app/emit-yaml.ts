import { flowString, literalBlock } from './yaml-string';

/** Maximum length of a simple key in YAML, less room for quotes. */
const LONGEST_SIMPLE_KEY = 1000;
const INDENT = '  ';

/** A value of numbers that JSON does not have. */
export class NoNumber extends Error {
  constructor(readonly value: number) {
    super(`${value} is no number of JSON`);
  }
}

/**
 * Formats a JSON value as a YAML document in block style, keys in the order given.
 *
 * Undefined is written as null, as in cdk8s.
 */
export function emitYaml(value: unknown): string {
  const json = JSON_FORM.valueOf(value);
  if (Array.isArray(json)) return json.length === 0 ? '[]\n' : items(json, '', '', JSON_FORM);
  if (isMap(json)) return mapOr('{}\n', json, '', '', JSON_FORM);
  return `${scalar(json)}\n`;
}

/**
 * Formats an object of Kubernetes that is data as cdk8s renders it: below its fields, keys are in order, and keys that
 * hold nothing are left out.
 *
 * @throws Error where something else than lists, maps, texts, numbers and truth values is in it
 */
export function emitData(object: object): string {
  return entries(object, fieldsOf(object, Object.keys(object)), '', '', DATA_FORM);
}

/** Form of values before they are text. */
interface Form {
  readonly valueOf: (value: unknown) => unknown;
  readonly keysOf: (map: object) => readonly string[];
}

const JSON_FORM: Form = { valueOf: plain, keysOf: Object.keys };
const DATA_FORM: Form = { valueOf: data, keysOf: (map) => fieldsOf(map, inOrder(Object.keys(map))) };

/**
 * Formats the entries of a map.
 *
 * The first entry follows `lead`, because it may stand on the line of a dash.
 */
function entries(map: object, keys: readonly string[], indent: string, lead: string, form: Form): string {
  let text = '';
  let before = lead;
  for (const key of keys) {
    const name = flowString(key);
    text +=
      before +
      (name.length > LONGEST_SIMPLE_KEY ? `? ${name}\n${indent}:` : `${name}:`) +
      afterColon(form.valueOf((map as Readonly<Record<string, unknown>>)[key]), indent, form);
    before = indent;
  }
  return text;
}

function mapOr(empty: string, map: object, indent: string, lead: string, form: Form): string {
  const keys = form.keysOf(map);
  return keys.length === 0 ? empty : entries(map, keys, indent, lead, form);
}

function afterColon(value: unknown, indent: string, form: Form): string {
  const inner = indent + INDENT;
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${items(value, inner, inner, form)}`;
  if (isMap(value)) return mapOr(' {}\n', value, inner, `\n${inner}`, form);
  return ` ${scalarOrBlock(value, inner)}`;
}

function items(list: readonly unknown[], indent: string, lead: string, form: Form): string {
  const inner = indent + INDENT;
  let text = '';
  let before = lead;
  for (const item of list) {
    text += `${before}- ${afterDash(form.valueOf(item), inner, form)}`;
    before = indent;
  }
  return text;
}

function afterDash(value: unknown, inner: string, form: Form): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]\n' : items(value, inner, '', form);
  if (isMap(value)) return mapOr('{}\n', value, inner, '', form);
  return scalarOrBlock(value, inner);
}

function scalarOrBlock(value: unknown, indent: string): string {
  return (typeof value === 'string' ? literalBlock(value, indent) : undefined) ?? `${scalar(value)}\n`;
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return flowString(value);
    case 'boolean':
      return String(value);
    case 'number':
      return number(value);
    case 'bigint':
      return String(value);
    case 'undefined':
      return 'null';
    default:
      if (value === null) return 'null';
  }
  throw new Error(`a ${typeof value} has no form in YAML`);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new NoNumber(value);
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  // YAML 1.1 takes a number with an exponent for a string unless it has a point.
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON();
  if (value instanceof Map || value instanceof Set) throw new Error(`a ${value.constructor.name} has no form in JSON`);
  return value;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Data as it is. */
function data(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('only cdk8s knows the form of this value');
    return value;
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new Error(`a ${typeof value} is no data`);
  return value;
}

/** Keys that hold something. */
function fieldsOf(map: object, keys: string[]): readonly string[] {
  const holds = (key: string) => ((map as Readonly<Record<string, unknown>>)[key] ?? null) !== null;
  return keys.every(holds) ? keys : keys.filter(holds);
}

/** Most maps have their keys in order. */
function inOrder(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) if (keys[at - 1]! > keys[at]!) return asInObjects(keys.sort());
  return keys;
}

/** Keys as objects have them, also those that cdk8s makes: whole numbers first, by their value. */
function asInObjects(keys: string[]): string[] {
  return keys.some((key) => /^\d+$/.test(key)) ? Object.keys(Object.fromEntries(keys.map((key) => [key, 0]))) : keys;
}
