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
  const json = plain(value);
  if (Array.isArray(json)) return json.length === 0 ? '[]\n' : items(json, '', '');
  if (isMap(json)) return isEmpty(json) ? '{}\n' : entries(json, '', '');
  return `${scalar(json)}\n`;
}

/**
 * Formats the entries of a map.
 *
 * The first entry follows `lead`, because it may stand on the line of a dash.
 */
function entries(map: object, indent: string, lead: string): string {
  let text = '';
  let before = lead;
  for (const [key, value] of Object.entries(map)) {
    const name = flowString(key);
    text +=
      before +
      (name.length > LONGEST_SIMPLE_KEY ? `? ${name}\n${indent}:` : `${name}:`) +
      afterColon(plain(value), indent);
    before = indent;
  }
  return text;
}

function afterColon(value: unknown, indent: string): string {
  const inner = indent + INDENT;
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${items(value, inner, inner)}`;
  if (isMap(value)) return isEmpty(value) ? ' {}\n' : `\n${entries(value, inner, inner)}`;
  return ` ${scalarOrBlock(value, inner)}`;
}

function items(list: readonly unknown[], indent: string, lead: string): string {
  const inner = indent + INDENT;
  let text = '';
  let before = lead;
  for (const item of list) {
    text += `${before}- ${afterDash(plain(item), inner)}`;
    before = indent;
  }
  return text;
}

function afterDash(value: unknown, inner: string): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]\n' : items(value, inner, '');
  if (isMap(value)) return isEmpty(value) ? '{}\n' : entries(value, inner, '');
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

function isEmpty(map: object): boolean {
  return Object.keys(map).length === 0;
}
