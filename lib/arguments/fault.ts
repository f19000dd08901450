import { Construct } from 'constructs';
import { type FindingDefinition, firstLine, looksSecret, MS0009, MS0015, MS0016, type Problem, shown } from '../errors';

/** Something wrong in an argument. */
export interface Fault {
  readonly definition: FindingDefinition;
  /** Way from the judged value to it, such as `.pod.mounts[0]`. */
  readonly path: string;
  /** Place in the earlier call that made the value, which carries the fault here. */
  readonly stated?: string;
  readonly given: unknown;
  /** Message of the error that reading the value throws, in one line. */
  readonly thrown?: string;
  readonly allowed: string;
  readonly fix: string;
  /** True where nothing was stated in the place of something optional: without it, the program is as it was meant. */
  readonly isVoid?: boolean;
  /** Fault of the value that was made earlier: the same one wherever the value goes. */
  readonly origin?: Fault;
}

/** A value of a wrong type, or a missing one. */
export function wrongType(given: unknown, allowed: string): Fault {
  return { definition: MS0016, path: '', given, allowed, fix: `write ${allowed}` };
}

/** A value that throws when it is read, such as a getter. */
export function unreadable(error: unknown, allowed: string): Fault {
  const thrown = firstLine(error);
  return { definition: MS0016, path: '', given: undefined, thrown, allowed, fix: `write ${allowed}` };
}

/** A property that is not known. */
export function unknownProperty(name: string, given: unknown, known: readonly string[], near?: string): Fault {
  const fix = near === undefined ? `remove ${name}` : `did you mean ${near}?`;
  return { definition: MS0015, path: `.${name}`, given, allowed: known.join(', '), fix };
}

/** Marks faults from an index on, of a place that may be left out, as void where nothing was stated there. */
export function voided(given: unknown, faults: Fault[], from: number): void {
  if (given !== undefined && given !== null) return;
  for (let at = from; at < faults.length; at += 1) faults[at] = { ...faults[at]!, isVoid: true };
}

const OTHER_COPIES = new WeakMap<object, Fault>();

/** A value that another installed copy of the library made: one fault, wherever the value goes. */
export function otherCopy(given: object): Fault {
  const fix = 'run `npm ls cdk8s-microservice`, and make packages of constructs and platforms depend on it as a peer';
  const known = OTHER_COPIES.get(given) ?? { definition: MS0009, path: '', given, allowed: 'one copy', fix };
  OTHER_COPIES.set(given, known);
  return { ...known, origin: known };
}

/** Puts a step before the paths of all faults from an index on. */
export function under(step: string, faults: Fault[], from: number): void {
  for (let at = from; at < faults.length; at += 1) faults[at] = { ...faults[at]!, path: step + faults[at]!.path };
}

/** The fault of the arguments of a call, as its result carries it. */
export function carried(fault: Fault, call: string): Fault {
  return { ...fault, path: '', stated: `${placeOf(fault)} of ${call}`, origin: fault.origin ?? fault };
}

/** The problem of a construct that a fault has reached. */
export function problemOf(fault: Fault): Problem {
  const { definition, given, thrown, allowed, fix } = fault;
  const place = placeOf(fault);
  if (definition === MS0009)
    return {
      ...{ definition, allowed, fix },
      message: 'two copies of cdk8s-microservice are installed',
      given: `${place} was made by another copy: ${nameOf(given as object)}`,
    };
  if (thrown !== undefined)
    return { definition, allowed, fix, message: `${place} cannot be read`, given: `reading it threw ${thrown}` };
  const message =
    definition === MS0015
      ? `unknown property ${place}`
      : given === undefined
        ? `${place} is missing`
        : `${place} has the wrong type`;
  return {
    definition,
    message,
    given: given === undefined ? 'it was not stated' : `it was ${isSecret(fault) ? 'a secret' : shown(given)}`,
    allowed,
    fix,
  };
}

function isSecret({ path }: Fault): boolean {
  const [, variable = ''] = /\benv(?:Values)?(?:\.|\[')([^'\]]+)/.exec(path) ?? [];
  return looksSecret(variable);
}

/** Place of a fault in words, such as `options.targetport of Port.http at ports[0]`. */
function placeOf({ path, stated }: Fault): string {
  const place = path.replace(/^\./, '') || (stated === undefined ? 'props' : '');
  return stated === undefined ? place : place === '' ? stated : `${stated} at ${place}`;
}

function nameOf(object: object): string {
  const { name } = object.constructor;
  return Construct.isConstruct(object) ? `${name} ${object.node.path}` : name;
}
