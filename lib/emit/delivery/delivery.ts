import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type { DeploymentDefinition, DeliveryFacts, FieldOwner, DeploymentWorkload, WorkloadRef } from '../../program';
import type { Rollout } from '../../values';
import type { DeliveryFeatureTable } from './features';

/** What a controller has to know of a microservice before it says what it makes of it. */
export interface DeliveryStatement {
  readonly name: string;
  readonly namespace: string;
  readonly rollout: Rollout;
  /** Whether the mesh can split requests between versions of it. */
  readonly splitsRequests: boolean;
}

/** The object that runs the pods. */
export interface WorkloadObject extends WorkloadRef {
  /** Labels that only this object has. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec: () => unknown;
}

/** What brings a new version of a microservice out. */
export abstract class Delivery {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: DeliveryFeatureTable;

  /**
   * What it makes of a microservice, as plain data.
   *
   * @internal
   */
  public abstract _facts(stated: DeliveryStatement): DeliveryFacts;

  /**
   * The object that runs the pods.
   *
   * @internal
   */
  public abstract _workload(definition: DeploymentDefinition, workload: () => DeploymentWorkload): WorkloadObject;

  /**
   * Declares what else belongs to a microservice, which an autoscaler may scale.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
    autoscaler?: WorkloadRef,
  ): void;

  /**
   * Fields that are changed by somebody else than the program.
   *
   * @internal
   */
  public abstract _ownership(facts: DeploymentWorkload): FieldOwner[];

  /**
   * Names of the microservices that it is told of.
   *
   * @internal
   */
  public _candidates(): string[] {
    return [];
  }

  /**
   * What is wrong with the statements about the provider itself.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];

  /**
   * What is wrong with a microservice under it.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];
}
