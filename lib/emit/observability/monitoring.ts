import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type { DeploymentDefinition, DeploymentWorkload, MonitoringFacts, PodContribution } from '../../program';

/** What scrapes metrics, evaluates rules and alerts. */
export abstract class Monitoring {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _facts: MonitoringFacts;

  /**
   * Declares what belongs to a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void;

  /**
   * What is added to the pods.
   *
   * @internal
   */
  public abstract _contribution(facts: DeploymentWorkload): PodContribution;

  /**
   * What is wrong with the statements about the monitoring itself.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
