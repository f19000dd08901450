import { Construct, type IConstruct } from 'constructs';
import { MS0015, type Problem, reportFaults, withdrawFault } from '../errors';
import { carry } from './carrier';
import { type Fault, carried, problemOf, under, voided } from './fault';
import { classOf } from './public-api';
import { type Member, SIGNATURES } from './signatures';
import { ABSENT, judgeSafely, typeOf } from './types';

/** Arguments of a call, as frozen copies, without what cannot be used of them. */
export interface Judged {
  readonly values: readonly unknown[];
  readonly faults: readonly Fault[];
  /** True where a required one cannot be used. */
  readonly isIncomplete: boolean;
}

/** Properties of a constructor, as frozen copies, without what cannot be used of them. */
export interface JudgedProps<Props> {
  readonly props: Props;
  readonly faults: readonly Fault[];
}

/** Takes the arguments of a call, and judges them. */
export function judgeArguments(parameters: readonly Member[], given: readonly unknown[]): Judged {
  const faults: Fault[] = [];
  let isIncomplete = false;
  const values = parameters.map(({ name, type: typeName, optional }, at) => {
    const value = given[at];
    if (value === undefined && optional) return undefined;
    const type = typeOf(typeName);
    const before = faults.length;
    const judged = judgeSafely(type, value, faults);
    if (faults.length > before) under(`.${name}`, faults, before);
    if (optional) voided(value, faults, before);
    if (judged !== ABSENT) return judged;
    isIncomplete ||= !optional;
    return optional ? undefined : type.standIn();
  });
  return { values, faults, isIncomplete };
}

/** Takes the properties that a constructor of a class, or of a subclass of it, was given, and judges them. */
export function judgeProps<Props extends object>(className: string, props: Props, made: unknown): JudgedProps<Props> {
  const parameter = SIGNATURES.get(`new ${className}`)?.[0];
  const type = classOf(className);
  if (parameter === undefined || type === undefined || ((props as unknown) === undefined && parameter.optional))
    return { props, faults: [] };
  const all: Fault[] = [];
  const propsType = typeOf(parameter.type);
  const value = judgeSafely(propsType, props, all);
  if (parameter.optional) voided(props, all, 0);
  // A subclass may hand on properties of its own beside those of the library.
  const faults = made === type ? all : all.filter(({ definition, path }) => definition !== MS0015 || !isStep(path));
  return { props: (value === ABSENT ? propsType.standIn() : value) as Props, faults };
}

/** Takes and judges the properties of an object that is being made, and has it report or carry their faults. */
export function judged<Props extends object>(owner: object, className: string, given: Props): Props {
  const { props, faults } = judgeProps(className, given, owner.constructor);
  blame(owner, className, faults);
  return props;
}

/** Has a construct report faults of a call, and another object carry them to the construct that it reaches. */
export function blame(owner: object, call: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  if (Construct.isConstruct(owner))
    reportFaults(
      owner,
      ownProblems(owner, faults),
      faults.every(({ isVoid }) => isVoid),
    );
  else
    carry(
      owner,
      faults.map((fault) => carried(fault, call)),
    );
}

/** Faults of values that may reach many constructs of a tree: the first of these by path reports them. */
const REPORTED = new WeakMap<IConstruct, Map<Fault, { readonly by: IConstruct; readonly problem: Problem }>>();

function ownProblems(owner: IConstruct, faults: readonly Fault[]): Problem[] {
  const { root, path } = owner.node;
  const reported = REPORTED.get(root) ?? new Map<Fault, { by: IConstruct; problem: Problem }>();
  REPORTED.set(root, reported);
  return faults.flatMap((fault) => {
    const problem = problemOf(fault);
    if (fault.origin === undefined) return [problem];
    const known = reported.get(fault.origin);
    if (known !== undefined && known.by.node.path <= path) return [];
    if (known !== undefined) withdrawFault(known.by, known.problem);
    reported.set(fault.origin, { by: owner, problem });
    return [problem];
  });
}

function isStep(path: string): boolean {
  return /^\.[^.[]+$/.test(path);
}
