import type { Fault } from './fault';

/** Faults of the arguments that a value was made of; most values are in no list. */
const FAULTS = new WeakMap<object, readonly Fault[]>();

/** Has a value carry the faults of what it was made of to the construct that it reaches. */
export function carry(value: object, faults: readonly Fault[]): void {
  FAULTS.set(value, [...faultsOf(value), ...faults]);
}

/** Faults that a value carries. */
export function faultsOf(value: object): readonly Fault[] {
  return FAULTS.get(value) ?? [];
}
