import { faultsOf } from './carrier';
import { isFromOtherCopy } from './copy';
import { copied, frozen, isObject, isPlain } from './data';
import { type Fault, otherCopy, under, unknownProperty, unreadable, voided, wrongType } from './fault';
import { classNames, FOREIGN } from './foreign';
import { nearest } from './nearest';
import { alternatives, type Class, classOf, isValueClass, PUBLIC_API, waysTo } from './public-api';
import { type Member, SIGNATURES, STRUCTS } from './signatures';

/** In the place of a value that cannot be used. */
export const ABSENT = Symbol('absent');

/** A type of the public API. */
export interface Type {
  /** Values of it, in words. */
  readonly text: () => string;
  /**
   * A frozen copy of what can be used of the value, in which objects of classes are what they are. Reads each member
   * once. Adds what is wrong.
   */
  readonly judge: (value: unknown, faults: Fault[]) => unknown;
  /** In the place of a required value that cannot be used. */
  readonly standIn: () => unknown;
}

const PRIMITIVES: Readonly<Record<string, Type>> = {
  string: primitive('string', 'a text', 'unstated'),
  number: primitive('number', 'a number', 1),
  boolean: primitive('boolean', 'true or false', false),
  any: { text: () => 'any value', judge: (value) => copied(value), standIn: () => undefined },
};
const TYPES = new Map<string, Type>();

/** The type of a name in the table of shapes. */
export function typeOf(name: string): Type {
  const known = TYPES.get(name);
  if (known !== undefined) return known;
  const made = typeNamed(name);
  TYPES.set(name, made);
  return made;
}

function typeNamed(name: string): Type {
  if (name.endsWith('[]')) return listOf(name.slice(0, -2));
  if (name.endsWith('{}')) return mapOf(name.slice(0, -2));
  const foreign = FOREIGN[name];
  // References of the library make some of them.
  if (foreign !== undefined) return carrying(of(() => foreign.text, foreign.accepts, foreign.standIn));
  const members = STRUCTS.get(name);
  if (members !== undefined) return structOf(name, members);
  const type = classOf(name);
  if (type !== undefined) return carrying(instanceOf(type));
  const values = PUBLIC_API.get(name);
  if (values !== undefined) return enumOf(name, values as Readonly<Record<string, unknown>>);
  return PRIMITIVES[name] ?? carrying(END_OF_CALL);
}

function of(text: () => string, accepts: (value: unknown) => boolean, standIn: () => unknown = () => undefined): Type {
  return {
    text,
    standIn,
    judge: (value, faults) => {
      if (accepts(value)) return value;
      faults.push(wrongType(value, text()));
      return ABSENT;
    },
  };
}

function primitive(type: 'string' | 'number' | 'boolean', text: string, standIn: unknown): Type {
  return of(
    () => text,
    (value) => typeof value === type,
    () => standIn,
  );
}

/** An enum: its values are texts. */
function enumOf(name: string, values: Readonly<Record<string, unknown>>): Type {
  const all = new Set(Object.values(values));
  return of(
    () => alternatives(Object.keys(values).map((key) => `${name}.${key}`)),
    (value) => all.has(value),
  );
}

// Registered, so that a callee of another installed copy is one too, which is reported as such.
const ENDPOINT = Symbol.for('cdk8s-microservice.endpoint');

/** Interfaces of callers and callees. */
const END_OF_CALL: Type = ofThisCopy(
  of(
    () => 'a microservice, a function, an external service or a reference',
    (value) => isObject(value) && ENDPOINT in value,
  ),
);

/** Values that are frozen at every depth: many are used in more than one place. */
const FROZEN = new WeakSet<object>();

function instanceOf(type: Class): Type {
  const accepting = ofThisCopy(
    of(
      () => waysTo(type),
      (value) => value instanceof type,
    ),
  );
  if (!isValueClass(type)) return accepting;
  return {
    ...accepting,
    judge: (value, faults) => {
      const judged = accepting.judge(value, faults);
      if (!isObject(judged) || FROZEN.has(judged)) return judged;
      FROZEN.add(judged);
      return Object.freeze(frozen(judged));
    },
  };
}

/** A type of objects of the library, whose internals differ from copy to copy. */
function ofThisCopy(type: Type): Type {
  return {
    ...type,
    judge: (value, faults) => {
      if (!isObject(value) || !isFromOtherCopy(value)) return type.judge(value, faults);
      faults.push(otherCopy(value));
      return ABSENT;
    },
  };
}

/**
 * A type of objects that calls make: those made of wrong arguments hand on the faults, and count as absent unless
 * nothing was stated in those places.
 */
function carrying(type: Type): Type {
  return {
    ...type,
    judge: (value, faults) => {
      const carried = isObject(value) ? faultsOf(value) : [];
      faults.push(...carried);
      return carried.every(({ isVoid }) => isVoid) ? type.judge(value, faults) : ABSENT;
    },
  };
}

function listOf(element: string): Type {
  const text = () => `a list, each of it ${typeOf(element).text()}`;
  return {
    text,
    standIn: () => [],
    judge: (value, faults) => {
      if (!Array.isArray(value)) {
        faults.push(wrongType(value, text()));
        return ABSENT;
      }
      const type = typeOf(element);
      const judged = Array.from(value, (each: unknown, at) => judgeAt(`[${at}]`, type, each, faults, true));
      return Object.freeze(judged.filter((each) => each !== ABSENT));
    },
  };
}

function mapOf(element: string): Type {
  const text = () =>
    element === 'any' ? 'an object of fields' : `an object, each value of it ${typeOf(element).text()}`;
  return {
    text,
    standIn: () => ({}),
    judge: (value, faults) => {
      if (!isMap(value)) {
        faults.push(wrongType(value, text()));
        return ABSENT;
      }
      const type = typeOf(element);
      const judged = Object.keys(value).map(
        (key) => [key, judgeAt(stepOf(key), type, read(value, key), faults, true)] as const,
      );
      return Object.freeze(Object.fromEntries(judged.filter(([, each]) => each !== ABSENT)));
    },
  };
}

function structOf(struct: string, members: readonly Member[]): Type {
  const names = members.map(({ name }) => name);
  const text = () => `an object of ${names.join(', ')}`;
  return {
    text,
    standIn: () => ({ ...judgeMembers(members, {}, []), ...standInsOf(members) }),
    judge: (value, faults) => {
      if (!isOptions(value, struct, names)) {
        faults.push(wrongType(value, text()));
        return ABSENT;
      }
      for (const name of Object.keys(value)) {
        if (names.includes(name) || !isPlain(value)) continue;
        faults.push(unknownProperty(name, read(value, name), names, nearest(name, names) ?? nestedName(name, members)));
      }
      return judgeMembers(members, value, faults);
    },
  };
}

/** The members of a struct. */
function judgeMembers(
  members: readonly Member[],
  value: Readonly<Record<string, unknown>>,
  faults: Fault[],
): Readonly<Record<string, unknown>> {
  const judged: (readonly [string, unknown])[] = [];
  for (const { name, type: typeName, optional, standIn } of members) {
    const given = read(value, name);
    if (given === undefined && optional) continue;
    const type = typeOf(typeName);
    const result = judgeAt(`.${name}`, type, given, faults, optional && standIn === undefined);
    if (result !== ABSENT) judged.push([name, result]);
    else if (standIn !== undefined) judged.push([name, standIn]);
    else if (!optional) judged.push([name, type.standIn()]);
  }
  return Object.freeze(Object.fromEntries(judged));
}

function standInsOf(members: readonly Member[]): Record<string, unknown> {
  return Object.fromEntries(members.flatMap(({ name, standIn }) => (standIn === undefined ? [] : [[name, standIn]])));
}

/** The way to a name within the members: the very name at the least depth, else a similar one of a direct member. */
function nestedName(name: string, members: readonly Member[]): string | undefined {
  return wayTo(name, members) ?? similarName(name, members);
}

function wayTo(name: string, members: readonly Member[]): string | undefined {
  let level = members.map((member) => ({ way: member.name, type: member.type }));
  const seen = new Set<string>();
  while (level.length > 0) {
    const next = level
      .filter(({ type }) => STRUCTS.has(type) && !seen.has(type))
      .flatMap(({ way, type }) =>
        STRUCTS.get(type)!.map((inner) => ({ way: `${way}.${inner.name}`, type: inner.type })),
      );
    const found = next.find(({ way }) => way.endsWith(`.${name}`));
    if (found !== undefined) return found.way;
    for (const { type } of level) seen.add(type);
    level = next;
  }
  return undefined;
}

function similarName(name: string, members: readonly Member[]): string | undefined {
  for (const { name: outer, type } of members) {
    const names = (STRUCTS.get(type) ?? []).map((member) => member.name);
    const inner = nearest(name, names);
    if (inner !== undefined) return `${outer}.${inner}`;
  }
  return undefined;
}

function judgeAt(step: string, type: Type, value: unknown, faults: Fault[], mayBeLeftOut: boolean): unknown {
  const before = faults.length;
  const judged = judgeSafely(type, value, faults);
  if (faults.length > before) under(step, faults, before);
  if (mayBeLeftOut) voided(value, faults, before);
  return judged;
}

/** Objects in the place of values whose reading throws, with what it throws. */
const UNREADABLE = new WeakMap<object, { readonly error: unknown }>();

/** A member of an object: a getter or a proxy of a user may throw. */
function read(object: Readonly<Record<string, unknown>>, name: string): unknown {
  try {
    return object[name];
  } catch (error) {
    const unread = {};
    UNREADABLE.set(unread, { error });
    return unread;
  }
}

/** Judges a value. One that throws when it is read is a fault of that value alone. */
export function judgeSafely(type: Type, value: unknown, faults: Fault[]): unknown {
  const unread = isObject(value) ? UNREADABLE.get(value) : undefined;
  if (unread === undefined) {
    try {
      return type.judge(value, faults);
    } catch (error) {
      faults.push(unreadable(error, type.text()));
      return ABSENT;
    }
  }
  faults.push(unreadable(unread.error, type.text()));
  return ABSENT;
}

function stepOf(key: string): string {
  return /^[\w-]+$/.test(key) ? `.${key}` : `['${key}']`;
}

/** Tells maps from lists and from the objects of classes. */
function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value) && isPlain(value);
}

/** Tells options from other objects. Those of a class are options where they have a member; ours, if made of them. */
function isOptions(
  value: unknown,
  struct: string,
  names: readonly string[],
): value is Readonly<Record<string, unknown>> {
  if (isMap(value)) return true;
  if (!isObject(value) || Array.isArray(value) || !names.some((name) => name in value)) return false;
  const own = classNames(value).find((name) => classOf(name) !== undefined);
  return own === undefined || SIGNATURES.get(`new ${own}`)?.[0]?.type === struct;
}
