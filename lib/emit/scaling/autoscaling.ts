import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type { DeploymentDefinition, Activator, FieldOwner, DeploymentWorkload } from '../../program';
import type { Port, Scaling } from '../../values';
import type { ScalingFeatureTable } from './features';

/** Facts of a microservice that are known before any of its objects is declared. */
export interface StartFacts {
  readonly name: string;
  readonly ports: readonly Port[];
  /** Undefined for a reference that scales to zero. */
  readonly scaling?: Pick<Scaling, 'autoscaled' | 'min' | 'metrics' | '_plan'>;
  /** In seconds, where it is known. */
  readonly startupTime?: number;
  /** True when the mesh routes requests to the microservice's own address. */
  readonly hasRoutes: boolean;
}

/** Decides the number of replicas. */
export abstract class Autoscaling {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: ScalingFeatureTable;

  /**
   * True when the API refuses the autoscaler before its workload exists.
   *
   * @internal
   */
  public abstract readonly _followsWorkload: boolean;

  /**
   * Declares the autoscaler of a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): ApiObject;

  /**
   * Resolves the activator of a microservice. Undefined where there is none or none is needed.
   *
   * @internal
   */
  public abstract _activator(facts: StartFacts): Activator | undefined;

  /**
   * Fields that it changes, of objects of the program or of its own.
   *
   * @internal
   */
  public abstract _ownership(facts: DeploymentWorkload): FieldOwner[];

  /**
   * Problems of an autoscaled microservice, in addition to unsupported features.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];

  /**
   * Problems of the provider's own props.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
