import type { DeploymentWorkload, NamespaceFacts } from '../program';
import type { Layer } from '../values';
import type { Platform } from '../platform';

/** What stacks know of each other. */
export interface StackPart {
  readonly id: string;
  /** Grows as they are stated. */
  readonly microservices: readonly DeploymentWorkload[];
}

/** What is known of an application stack; what its checks read. */
export interface StackFacts extends StackPart {
  readonly namespace: NamespaceFacts;
  /** Whether the namespace is made by the program. */
  readonly hasBaseline: boolean;
  /** The platform as it was given. */
  readonly platform: Platform;
  readonly settings: Layer;
  /** Whether a microservice or function of its namespace, in this stack or another, has a name. */
  readonly isTaken: (name: string) => boolean;
  /** The stacks whose microservices the same delivery brings out, itself included. */
  readonly ofDelivery: readonly StackPart[];
}
