import type { Construct } from 'constructs';
import type { Problem } from '../../../errors';
import type { DeploymentDefinition, DeploymentWorkload, MonitoringFacts } from '../../../program';

/** An application stack that has a dashboard. */
export interface DashboardStack {
  readonly name: string;
  readonly namespace: string;
  /** Labels of its objects. */
  readonly labels: Readonly<Record<string, string>>;
  readonly monitoring: MonitoringFacts;
}

/** An application stack, as its dashboard shows it. */
export interface DashboardStackFacts extends DashboardStack {
  readonly microservices: readonly DeploymentWorkload[];
}

/** Storage of dashboards. Their content follows from the microservices. */
export abstract class Dashboards {
  /** Name of the provider, for findings. */
  public abstract readonly name: string;

  /**
   * Declares the dashboard of a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void;

  /**
   * Declares the dashboard of an application stack.
   *
   * @internal
   */
  public abstract _declareStack(
    scope: Construct,
    stack: DashboardStack,
    microservices: () => readonly DeploymentWorkload[],
  ): void;

  /**
   * Problems of the provider's own props.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];
}
