/** Reactions of a job to a pod that failed. */
export enum PodFailureAction {
  /** The job fails at once, and its other pods end. */
  FAIL_JOB = 'FailJob',

  /** The index fails without further tries. The job states `backoffLimitPerIndex`. */
  FAIL_INDEX = 'FailIndex',

  /** The failure does not count, and another pod takes its place. */
  IGNORE = 'Ignore',

  /** The failure counts against `backoffLimit`, as without a rule. */
  COUNT = 'Count',
}

/** Further conditions of a rule about exit codes. */
export interface ExitCodeOptions {
  /**
   * Name of the container that exited.
   *
   * @default - any container of the pod
   */
  readonly container?: string;

  /**
   * Applies the rule to every other exit code of a failure instead.
   *
   * @default false
   */
  readonly except?: boolean;
}

/** Exit codes that a rule is about. */
export interface ExitCodes {
  readonly codes: readonly number[];
  readonly container?: string;
  readonly except: boolean;
}

/** A condition of a pod that a rule is about. */
export interface PodCondition {
  readonly type: string;
  readonly status: string;
}

/** Condition of pods that Kubernetes itself ended: by a drain, a preemption or a taint. */
const DISRUPTION = 'DisruptionTarget';

/** A rule that tells failures of a job's pods apart. The first that matches counts. */
export class PodFailureRule {
  /**
   * Rule for pods with a container that exited with one of some codes, 1 to 255 of them, none of them 0.
   *
   * @param action that follows
   * @param codes of the exit
   */
  public static onExitCodes(action: PodFailureAction, codes: number[], options: ExitCodeOptions = {}): PodFailureRule {
    const { container, except = false } = options;
    return new PodFailureRule(action, {
      codes: [...codes].sort((one, other) => one - other),
      except,
      ...(container !== undefined && { container }),
    });
  }

  /**
   * Rule for pods with a condition, such as `ConfigIssue`.
   *
   * @param action that follows
   * @param condition of the pod
   * @param status of the condition: `True`, `False` or `Unknown`, by default `True`
   */
  public static onPodCondition(action: PodFailureAction, condition: string, status: string = 'True'): PodFailureRule {
    return new PodFailureRule(action, undefined, { type: condition, status });
  }

  /**
   * Rule for pods that Kubernetes itself ended, as a drain does.
   *
   * @param action that follows
   */
  public static onDisruption(action: PodFailureAction): PodFailureRule {
    return new PodFailureRule(action, undefined, { type: DISRUPTION, status: 'True' });
  }

  private constructor(
    /** @internal */
    public readonly _action: PodFailureAction,
    /** @internal */
    public readonly _exitCodes?: ExitCodes,
    /** @internal */
    public readonly _condition?: PodCondition,
  ) {}
}
