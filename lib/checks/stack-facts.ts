import type { DeploymentWorkload, NamespaceFacts } from '../program';
import type { Layer } from '../values';
import type { Platform } from '../platform';

/** Facts of a stack that other stacks read. */
export interface StackPart {
  readonly id: string;
  /** Grows as they are stated. */
  readonly microservices: readonly DeploymentWorkload[];
}

/** Facts of an application stack that its rules read. */
export interface StackFacts extends StackPart {
  readonly namespace: NamespaceFacts;
  /** True where the program makes the namespace. */
  readonly hasBaseline: boolean;
  /** The platform as it was given. */
  readonly platform: Platform;
  readonly settings: Layer;
  /** True for the name of a microservice or function in this namespace, of this stack or another. */
  readonly isTaken: (name: string) => boolean;
  /** The stacks whose microservices the same delivery brings out, itself included. */
  readonly ofDelivery: readonly StackPart[];
}
