import { Construct } from 'constructs';
import { isFromThisCopy } from './copy';

/** Tells objects from all other values. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Tells plain objects from those of classes. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A frozen copy of data at every depth. Objects of classes stay what they are: they keep their own state. */
export function copied(value: unknown, copies = new Map<object, object>()): unknown {
  if (!isData(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: object = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [key, each] of Object.entries(value))
    Object.defineProperty(copy, key, { value: copied(each, copies), enumerable: true });
  return Object.freeze(copy);
}

/** Freezes data at every depth, and the values of this library in it and in an object. */
export function frozen<T>(value: T): T {
  for (const each of Object.values(Object(value) as object))
    if ((isData(each) || isValue(each)) && !Object.isFrozen(each)) Object.freeze(frozen(each));
  return isData(value) ? Object.freeze(value) : value;
}

/** Tells objects of classes of this library, but for constructs: those grow. */
function isValue(value: unknown): value is object {
  return isObject(value) && isFromThisCopy(value) && !Construct.isConstruct(value);
}

/** Tells lists and maps from other values. */
function isData(value: unknown): value is object {
  return Array.isArray(value) || (isObject(value) && isPlain(value));
}
