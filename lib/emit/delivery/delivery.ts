import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type {
  DeploymentDefinition,
  ResolvedDelivery,
  FieldOwner,
  DeploymentWorkload,
  WorkloadRef,
} from '../../program';
import type { Rollout } from '../../values';
import type { DeliveryFeatureTable } from './features';

/** Facts of a microservice that a delivery controller reads before it resolves the rollout. */
export interface DeliveryStatement {
  readonly name: string;
  readonly namespace: string;
  readonly rollout: Rollout;
  /** Labels by which the object that runs the pods selects them. */
  readonly selector: Readonly<Record<string, string>>;
  /** True when the mesh can split requests between versions of the microservice. */
  readonly splitsRequests: boolean;
}

/** The object that runs the pods. */
export interface WorkloadObject extends WorkloadRef {
  /** Labels that only this object has. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec: () => unknown;
}

/** Brings out a new version of a microservice. */
export abstract class Delivery {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: DeliveryFeatureTable;

  /**
   * Resolves the delivery of a microservice, as plain data.
   *
   * @internal
   */
  public abstract _resolve(stated: DeliveryStatement): ResolvedDelivery;

  /**
   * The object that runs the pods.
   *
   * @internal
   */
  public abstract _workload(definition: DeploymentDefinition, workload: () => DeploymentWorkload): WorkloadObject;

  /**
   * Declares the further objects of a microservice. An autoscaler may scale them. Returns the objects that run pods of
   * other versions, which follow the patches of the workload.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
    autoscaler?: WorkloadRef,
  ): ApiObject[];

  /**
   * Lists fields that another owner than the program changes.
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
   * True where whoever states its props walks the steps of canaries and judges them.
   *
   * @internal
   */
  public readonly _isWalkedByProps: boolean = false;

  /**
   * Problems of the provider's own props.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];

  /**
   * Problems of a microservice under this provider.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];
}
