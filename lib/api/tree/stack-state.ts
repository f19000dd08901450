import type { IConstruct } from 'constructs';
import type { DeploymentWorkload, FunctionWorkload, JobWorkload, NamespaceFacts } from '../../program';
import type { Platform } from '../../platform';
import type { Layer } from '../../values';

/** State of an application stack. */
export interface StackState {
  readonly platform: Platform;
  readonly layer: Layer;
  readonly id: string;
  readonly namespace: NamespaceFacts;
  /** Microservices of the stack; grows as they are stated. */
  readonly members: StackMember<DeploymentWorkload>[];
  /** Functions of the stack; grows as they are stated. */
  readonly functions: StackMember<FunctionWorkload>[];
  /** Jobs of the stack; grows as they are stated. */
  readonly jobs: StackMember<JobWorkload>[];
}

/** A workload of a stack. */
export interface StackMember<Facts> {
  readonly workload: IConstruct;
  readonly facts: () => Facts;
}

/** Key of the state: no field of a subclass can replace it. */
const STATE = Symbol('state');

/** Keeps the state of a stack; called once, by its constructor. */
export function keepStackState(stack: IConstruct, state: StackState): void {
  Object.defineProperty(stack, STATE, { value: state });
}

/** State of a stack of this copy of the library. */
export function stackStateOf(stack: IConstruct): StackState {
  return (stack as unknown as { readonly [STATE]: StackState })[STATE];
}
