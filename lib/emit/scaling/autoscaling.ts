import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type { DeploymentDefinition, Activator, FieldOwner, DeploymentWorkload } from '../../program';
import type { Port, Scaling } from '../../values';
import type { ScalingFeatureTable } from './features';

/** What is known of a microservice before anything of it is declared. */
export interface StartFacts {
  readonly name: string;
  readonly ports: readonly Port[];
  /** None where it is stated elsewhere, and said to scale to zero. */
  readonly scaling?: Pick<Scaling, 'autoscaled' | 'min' | 'metrics' | '_plan'>;
  /** In seconds, where it is known. */
  readonly startupTime?: number;
  /** Whether the mesh leads requests that callers send to its own address. */
  readonly hasRoutes: boolean;
}

/** What decides how many replicas run. */
export abstract class Autoscaling {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: ScalingFeatureTable;

  /**
   * Whether its object is refused before the workload is there.
   *
   * @internal
   */
  public abstract readonly _followsWorkload: boolean;

  /**
   * Declares what decides the replicas of an autoscaled microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): ApiObject;

  /**
   * What takes requests to a microservice, and holds the first while no replica runs; none where nothing does, or none
   * has to.
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
   * What is wrong with an autoscaled microservice, beside features that it lacks.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];

  /**
   * What is wrong with the statements about the autoscaling itself.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
