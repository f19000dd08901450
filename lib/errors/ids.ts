import { Construct, type IConstruct } from 'constructs';
import { MS0014, MS0016 } from './definitions';
import { report, reportFaults } from './findings';
import { shown } from './shown';

// Registered, so that constructs of another installed copy are known too.
const LONGEST_STAND_IN = 40;
const TWIN = Symbol.for('cdk8s-microservice.twin');

/**
 * An id that the construct tree accepts: the stated one, unless it is empty, taken or a field that every JavaScript
 * object has.
 *
 * @throws Error where the scope is no construct
 */
export function freeId(scope: IConstruct, id: string): string {
  // There is no tree that could report it.
  if (!Construct.isConstruct(scope))
    throw new Error(`the scope of ${shown(id)} is ${shown(scope)}: write a construct, such as an ApplicationStack`);
  const first = firstId(id);
  let free = first;
  for (let at = 2; scope.node.tryFindChild(free) !== undefined; at += 1) free = `${first}#${at}`;
  return free;
}

/**
 * Reports where another construct of the scope has the id that was stated for this one; to be called with what `freeId`
 * was given.
 */
export function checkId(construct: IConstruct, id: string): void {
  if (typeof id !== 'string') {
    reportFaults(construct, [
      {
        definition: MS0016,
        message: 'the id has the wrong type',
        given: `it was ${shown(id)}`,
        allowed: 'a text',
        fix: 'write the name of the construct',
      },
    ]);
  }
  const scope = construct.node.scope!;
  const holder = scope.node.tryFindChild(firstId(id))!;
  if (holder === construct) return;
  Object.defineProperty(construct, TWIN, { value: holder });
  report(construct, {
    definition: MS0014,
    message: `the id '${id}' is taken`,
    given:
      `it was given to ${holder.node.path} (${holder.constructor.name}) and then to this ` +
      `${construct.constructor.name}`,
    allowed: 'an id of its own for each construct of a scope',
    fix: 'give one of them another id',
  });
}

/** True for two constructs whose paths differ only because one id was stated twice, which has been reported. */
export function areTwins(a: IConstruct, b: IConstruct): boolean {
  const [left, right] = [a.node.scopes, b.node.scopes];
  const at = left.findIndex((scope, depth) => scope !== right[depth]);
  const [first, second] = [left[at], right[at]];
  return first !== undefined && second !== undefined && holderOf(first) === holderOf(second);
}

function holderOf(construct: IConstruct): IConstruct {
  return (construct as { [TWIN]?: IConstruct })[TWIN] ?? construct;
}

/** The id as a text: of one that is no text, a valid name, with which no rule finds fault. */
export function idText(id: string): string {
  if (typeof id === 'string') return id;
  const words =
    shown(id)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return ['unstated', ...words].join('-').slice(0, LONGEST_STAND_IN).replace(/-$/, '');
}

function firstId(id: string): string {
  if (typeof id !== 'string') return `(${shown(id)})`;
  if (id === '') return '(empty)';
  // constructs keeps children in a plain object, and takes what that inherits for a child: 'constructor' is a fine name
  // of a microservice.
  return id in Object.prototype ? `(${id})` : id;
}
