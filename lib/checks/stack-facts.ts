import type { Layer, MicroserviceFacts, NamespaceFacts } from '../model';
import type { Platform } from '../platform';

/** What is known of an application stack; what its checks read. */
export interface StackFacts {
  readonly id: string;
  readonly namespace: NamespaceFacts;
  /** Whether the namespace is made by the program. */
  readonly hasBaseline: boolean;
  /** The platform as it was given. */
  readonly platform: Platform;
  readonly settings: Layer;
  /** Grows as they are stated. */
  readonly microservices: readonly MicroserviceFacts[];
}
