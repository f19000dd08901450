import { Construct } from 'constructs';
import { carry, faultsOf } from './carrier';
import { markCopy } from './copy';
import { blame, judgeArguments } from './judge';
import { type Class, classOf, PUBLIC_API } from './public-api';
import { SIGNATURES } from './signatures';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Has every factory and method of the public API judge its arguments by the table of shapes. Constructors of classes
 * with properties do it themselves, by `judged`.
 */
export function judgeCalls(publicApi: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(publicApi)) {
    PUBLIC_API.set(name, value);
    if (typeof value === 'function') markCopy(value.prototype as object);
  }
  for (const head of SIGNATURES.heads()) {
    const [, className = '', kind, name = ''] = /^(\w+)([.#])(\w+)$/.exec(head) ?? [];
    const type = classOf(className);
    if (type === undefined) continue;
    const holder = kind === '.' ? type : (type.prototype as object);
    const original = Reflect.get(holder, name) as Call;
    const value = kind === '.' ? factory(head, type, original) : method(head, name, original);
    Object.defineProperty(value, 'name', { value: name });
    Object.defineProperty(holder, name, { value, writable: true, configurable: true });
  }
}

/** A factory: what it makes of wrong arguments carries the faults. */
function factory(call: string, type: Class, original: Call): Call {
  return function (this: unknown, ...args) {
    const { values, faults } = judgeArguments(SIGNATURES.get(call)!, args);
    if (faults.length === 0) return original.apply(this, [...values]);
    const made =
      attempt(() => original.apply(this, [...values])) ?? (Object.create(type.prototype as object) as object);
    blame(made, call, faults);
    return made;
  };
}

/**
 * A method. Of a construct, it reports the faults, and a call without a required argument is not made; of another
 * object, the result carries the faults.
 */
function method(call: string, name: string, original: Call): Call {
  return function (this: unknown, ...args) {
    const owner = this as object;
    const isConstruct = Construct.isConstruct(owner);
    const step = isConstruct ? `${name}[${countOf(owner, name)}]` : '';
    const { values, faults, isIncomplete } = judgeArguments(SIGNATURES.get(call)!, args);
    const carriedFaults = faultsOf(owner);
    if (faults.length + carriedFaults.length === 0) return original.apply(this, [...values]);
    if (isConstruct) {
      blame(
        owner,
        call,
        faults.map((fault) => ({ ...fault, path: step + fault.path })),
      );
      return isIncomplete ? undefined : original.apply(this, [...values]);
    }
    const made = attempt(() => original.apply(this, [...values])) ?? {};
    if (typeof made !== 'object') return made;
    carry(made, carriedFaults);
    blame(made, call, faults);
    return made;
  };
}

const COUNTS = new WeakMap<object, Map<string, number>>();

/** Number of earlier calls of a method of a construct. */
function countOf(owner: object, name: string): number {
  const counts = COUNTS.get(owner) ?? new Map<string, number>();
  const count = counts.get(name) ?? 0;
  COUNTS.set(owner, counts.set(name, count + 1));
  return count;
}

/** The result of a call with stand-ins for wrong arguments; undefined where it throws. */
function attempt(call: () => unknown): object | undefined {
  try {
    return call() as object | undefined;
  } catch {
    return undefined;
  }
}
