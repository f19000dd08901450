import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type { DeploymentDefinition, DeploymentWorkload, WayInFacts } from '../../program';
import type { ClusterFacts, Exposure } from '../../values';
import type { WayInFeatureTable } from './features';

/** Objects of a way in that belong to one microservice. They grow as it is exposed. */
export interface WayInObjects {
  /** Adds an exposure, the last of all those of the microservice so far. */
  exposed(exposures: readonly Exposure[]): void;
}

/** A microservice, as a way in declares its objects. */
export interface Entered {
  readonly scope: Construct;
  readonly definition: DeploymentDefinition;
  readonly workload: () => DeploymentWorkload;
  /** Service for callers. Undefined where there are no ports, or a delivery controller makes it. */
  readonly service?: ApiObject;
}

/** A cluster with a way in, and the microservices there. */
export interface WayInUse {
  readonly cluster: ClusterFacts;
  readonly microservices: readonly DeploymentWorkload[];
}

/** Way of requests from outside to exposed microservices. */
export abstract class WayIn {
  /** Name of the way in, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: WayInFeatureTable;

  /**
   * Its pods, their identity and their certificates, as one microservice sees them.
   *
   * @internal
   */
  public abstract _facts(workload: { readonly name: string; readonly namespace: string }): WayInFacts;

  /**
   * Declares the objects of a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(entered: Entered): WayInObjects;

  /**
   * Problems of its own props, and of its use by all microservices.
   *
   * @internal
   */
  public abstract _platformProblems(use: WayInUse): Problem[];

  /**
   * Problems of a microservice behind it.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];
}
