import type { DeploymentWorkload, FunctionWorkload, JobWorkload, NamespaceFacts } from '../program';
import type { Layer } from '../values';
import type { Platform } from '../platform';

/** Facts of a stack that other stacks read. */
export interface StackPart {
  readonly id: string;
  /** Grows as they are stated. */
  readonly microservices: readonly DeploymentWorkload[];
  /** Grows as they are stated. */
  readonly functions: readonly FunctionWorkload[];
  /** Grows as they are stated. */
  readonly jobs: readonly JobWorkload[];
}

/** A platform, and the workloads of all stacks on it. */
export interface PlatformUse {
  readonly platform: Platform;
  readonly microservices: readonly DeploymentWorkload[];
  readonly functions: readonly FunctionWorkload[];
  readonly jobs: readonly JobWorkload[];
}

/** Facts of an application stack that its rules read. */
export interface StackFacts extends StackPart {
  readonly namespace: NamespaceFacts;
  /** True where the program makes the namespace. */
  readonly hasBaseline: boolean;
  readonly platform: Platform;
  /** The use of the platform by all of its stacks, at the first of them by path: it reports the platform's faults. */
  readonly platformUse: PlatformUse | undefined;
  readonly settings: Layer;
  /** True for the name of a microservice or function in this namespace, of this stack or another. */
  readonly isTaken: (name: string) => boolean;
  /** The stacks whose microservices the same delivery brings out, itself included. */
  readonly ofDelivery: readonly StackPart[];
}
