import type { Duration } from 'cdk8s';
import type {
  LifecycleHooks,
  JobPod,
  JobRun,
  JobScheduling,
  JobTelemetry,
  WorkloadMetadata,
  WorkloadSettings,
} from '../../values';

/** Times of the pods of a job. */
export interface JobLifecycle {
  /**
   * Longest time from the start of the pod's containers until the work begins, in whole seconds. Each init container is
   * taken to run no longer.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * Time that a pod has to end after it is told to, in whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Reports each ConfigMap and Secret that the pods read and the program does not state.
   *
   * @default false
   */
  readonly reportUnstatedConfiguration?: boolean;

  /**
   * Actions of the main container at its start, and when it is ended before its work is done.
   *
   * @default - none
   */
  readonly hooks?: LifecycleHooks;
}

/** Properties of a job. */
export interface JobProps extends WorkloadSettings {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

  /**
   * Variables with literal values. `$(NAME)` in a value refers to another variable.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Bounds of the run: how long, how often, how many pods.
   *
   * @default - one pod that succeeds, six that fail, and no deadline, which a finding reports
   */
  readonly run?: JobRun;

  /**
   * Times of the pods.
   *
   * @default - those of the stack
   */
  readonly lifecycle?: JobLifecycle;

  /**
   * Labels, annotations and the part in the application.
   *
   * @default - those of the stack
   */
  readonly metadata?: WorkloadMetadata;

  /**
   * Traces, logs and alerts.
   *
   * @default - those of the stack
   */
  readonly telemetry?: JobTelemetry;

  /**
   * Command, mounts, further containers and placement of the pods.
   *
   * @default - the main container alone, as its image starts it
   */
  readonly pod?: JobPod;
}

/** Properties of a job that runs on a schedule. */
export interface ScheduledJobProps extends JobProps {
  /**
   * Times of its runs, in the five fields of cron such as `0 3 * * *`, or a word such as `@daily`.
   */
  readonly schedule: string;

  /**
   * Time zone of the schedule, such as `Europe/Berlin`.
   *
   * @default - that of the cluster's controller, mostly UTC
   */
  readonly timeZone?: string;

  /**
   * Start of the runs, and what is kept of them.
   *
   * @default - one run at a time; three that succeeded and one that failed are kept
   */
  readonly scheduling?: JobScheduling;
}
