import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type {
  DeploymentDefinition,
  DeploymentWorkload,
  JobDefinition,
  JobWorkload,
  MonitoringFacts,
  PodContribution,
} from '../../program';

/** Scrapes metrics, evaluates rules and sends alerts. */
export abstract class Monitoring {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _facts: MonitoringFacts;

  /**
   * Declares the objects of a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void;

  /**
   * Declares the objects of a job.
   *
   * @internal
   */
  public abstract _declareJob(scope: Construct, definition: JobDefinition, workload: () => JobWorkload): void;

  /**
   * Annotations and labels that are added to the pods.
   *
   * @internal
   */
  public abstract _contribution(facts: DeploymentWorkload): PodContribution;

  /**
   * Problems of the provider's own props.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
