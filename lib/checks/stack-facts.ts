import type { Layer, MicroserviceFacts, NamespaceFacts } from '../model';
import type { Platform } from '../platform';

/** What stacks know of each other. */
export interface StackPart {
  readonly id: string;
  /** Grows as they are stated. */
  readonly microservices: readonly MicroserviceFacts[];
}

/** What is known of an application stack; what its checks read. */
export interface StackFacts extends StackPart {
  readonly namespace: NamespaceFacts;
  /** Whether the namespace is made by the program. */
  readonly hasBaseline: boolean;
  /** The platform as it was given. */
  readonly platform: Platform;
  readonly settings: Layer;
  /** The stacks of its namespace, itself included. */
  readonly ofNamespace: readonly StackPart[];
  /** The stacks whose microservices the same delivery brings out, itself included. */
  readonly ofDelivery: readonly StackPart[];
}
