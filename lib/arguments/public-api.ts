import { MAKERS } from './signatures';

/** A class, whatever its constructor takes. */
export type Class = abstract new (...args: never[]) => object;

/** Classes and enums of the public API by name, as lib/index.ts exports them. */
export const PUBLIC_API = new Map<string, unknown>();

/** Class of a name; undefined for an enum, an interface or a struct. */
export function classOf(name: string): Class | undefined {
  const found = PUBLIC_API.get(name);
  return typeof found === 'function' ? (found as Class) : undefined;
}

/** Ways to write a value of a class: its constants and factories, or the classes that can be made. */
export function waysTo(type: Class): string {
  const made = staticWays(type);
  if (made.length > 0) return alternatives(made);
  const [maker, method] = MAKERS.get(type.name)?.split('#') ?? [];
  const owner = maker === undefined ? undefined : classOf(maker);
  if (owner !== undefined) return alternatives(staticWays(owner).map((way) => `${way}.${method}(…)`));
  const subclasses = [...PUBLIC_API.values()].filter(
    (each): each is Class => typeof each === 'function' && Object.getPrototypeOf(each) === type,
  );
  return alternatives((subclasses.length === 0 ? [type] : subclasses).map(({ name }) => `new ${name}(…)`));
}

/** True for a class of values, which its constants, factories or methods make; subclasses of users extend others. */
export function isValueClass(type: Class): boolean {
  return MAKERS.has(type.name) || staticsOf(type).length > 0;
}

function staticsOf(type: Class): string[] {
  return Object.getOwnPropertyNames(type).filter((name) => !/^(?:length|name|prototype|is[A-Z]|_)/.test(name));
}

/** Several texts as one: `a, b or c`. */
export function alternatives(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

function staticWays(type: Class): string[] {
  return staticsOf(type).map((name) => wayOf(type, name));
}

function wayOf(type: Class, name: string): string {
  const isConstant = Reflect.get(type, name) instanceof type;
  return `${type.name}.${name}${isConstant ? '' : '(…)'}`;
}
