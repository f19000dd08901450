import type { Duration } from 'cdk8s';
import { secondsOf } from '../duration';
import { PodFailureAction, PodFailureRule } from './pod-failure-rule';
import type { SuccessRule } from './success-rule';

/** Bounds of a job's run: how long, how often, how many pods. */
export interface JobRun {
  /**
   * Time after which the run ends and counts as failed, its retries included, in whole seconds: longer than a start
   * takes.
   *
   * @default - none: a run that hangs never ends, which a finding reports
   */
  readonly activeDeadline?: Duration;

  /**
   * Failed pods after which the run fails, 0 or more.
   *
   * @default - 6, as in Kubernetes; with `backoffLimitPerIndex` no bound of the whole job
   */
  readonly backoffLimit?: number;

  /**
   * Rules by which failures are told apart, at most 20. The first that matches counts.
   *
   * @default - pods that Kubernetes itself ended, as a drain does, do not count as failures; none with `restartInPlace`
   */
  readonly podFailurePolicy?: PodFailureRule[];

  /**
   * Rules by which an indexed job succeeds early, at most 20. Kubernetes 1.31 or newer.
   *
   * @default - it succeeds with all indexes
   */
  readonly successPolicy?: SuccessRule[];

  /**
   * Pods that are to succeed, 1 or more.
   *
   * @default 1
   */
  readonly completions?: number;

  /**
   * Pods that run at the same time, 1 to `completions`.
   *
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * Gives each pod an index from 0 to below `completions`, in the variable `JOB_COMPLETION_INDEX`.
   *
   * @default false
   */
  readonly indexed?: boolean;

  /**
   * Failed pods after which one index fails, 0 or more; the other indexes go on. Kubernetes 1.29 or newer.
   *
   * @default - all indexes share `backoffLimit`
   */
  readonly backoffLimitPerIndex?: number;

  /**
   * Failed indexes after which the run fails at once, 0 to `completions`. Needs `backoffLimitPerIndex`.
   *
   * @default - the run fails when all indexes have ended and one of them failed
   */
  readonly maxFailedIndexes?: number;

  /**
   * Time after which an ended Job is deleted with its pods, in whole seconds. A GitOps tool then makes it again.
   *
   * @default - it stays; a ScheduledJob keeps as many as `scheduling` states
   */
  readonly ttlAfterFinished?: Duration;

  /**
   * Starts no pods, and ends those that run.
   *
   * @default false
   */
  readonly suspend?: boolean;

  /**
   * Starts a failed container again in its pod, instead of a new pod. The logs of failed tries are then lost sooner.
   *
   * @default false
   */
  readonly restartInPlace?: boolean;
}

/** Run of a job with its numbers, times in seconds. */
export interface JobRunFacts {
  readonly activeDeadline?: number;
  readonly backoffLimit?: number;
  readonly podFailurePolicy: readonly PodFailureRule[];
  readonly successPolicy: readonly SuccessRule[];
  readonly completions?: number;
  readonly parallelism?: number;
  readonly indexed: boolean;
  readonly backoffLimitPerIndex?: number;
  readonly maxFailedIndexes?: number;
  readonly ttlAfterFinished?: number;
  readonly suspend: boolean;
  readonly restartInPlace: boolean;
  /** Time from the signal to end until the kill. */
  readonly terminationGracePeriod: number;
}

/** Failed pods that Kubernetes lets a job have where nothing is stated. */
export const BACKOFF_LIMIT = 6;

/** Seconds from the signal to end until the kill: Kubernetes' own default. */
export const JOB_GRACE_SECONDS = 30;

/** Resolves the run of a job. */
export function jobRunFacts(run: JobRun, terminationGracePeriod: Duration | undefined): JobRunFacts {
  const { activeDeadline, podFailurePolicy, successPolicy, indexed, ttlAfterFinished, ...stated } = run;
  const { suspend = false, restartInPlace = false, ...numbers } = stated;
  return {
    ...numbers,
    podFailurePolicy: [...(podFailurePolicy ?? (restartInPlace ? [] : ignoredFailures()))],
    successPolicy: [...(successPolicy ?? [])],
    indexed: indexed ?? false,
    suspend,
    restartInPlace,
    terminationGracePeriod:
      terminationGracePeriod === undefined ? JOB_GRACE_SECONDS : secondsOf(terminationGracePeriod),
    ...(activeDeadline !== undefined && { activeDeadline: secondsOf(activeDeadline) }),
    ...(ttlAfterFinished !== undefined && { ttlAfterFinished: secondsOf(ttlAfterFinished) }),
  };
}

/** A drain of a node is no fault of the job: without the rule, a few drains use up its tries. */
function ignoredFailures(): PodFailureRule[] {
  return [PodFailureRule.onDisruption(PodFailureAction.IGNORE)];
}
