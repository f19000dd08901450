import type { IConstruct } from 'constructs';
import type { DeploymentWorkload, NamespaceFacts } from '../../program';
import type { Platform } from '../../platform';
import type { Layer } from '../../values';

/** State of an application stack. */
export interface StackState {
  readonly platform: Platform;
  readonly layer: Layer;
  readonly id: string;
  readonly namespace: NamespaceFacts;
  /** Microservices of the stack; grows as they are stated. */
  readonly members: StackMember[];
}

/** A microservice of a stack. */
export interface StackMember {
  readonly microservice: IConstruct;
  readonly facts: () => DeploymentWorkload;
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
