import type { Duration } from 'cdk8s';
import { millisOf, secondsOf } from '../duration';

/** Strategies by which a new version replaces the old one. */
export enum RolloutKind {
  /** Replica by replica. */
  ROLLING = 'rolling',

  /** All old replicas end before a new one starts. */
  RECREATE = 'recreate',

  /** Step by step. */
  CANARY = 'canary',

  /** All at once. */
  BLUE_GREEN = 'blue-green',
}

/** Kinds of canary steps. */
export enum CanaryStepKind {
  /** Part of the requests goes to the new version. */
  WEIGHT = 'weight',

  /** Requests with a header go to the new version. */
  HEADER = 'header',

  /** The new version gets copies of requests. */
  MIRROR = 'mirror',

  /** Somebody decides. */
  APPROVAL = 'approval',
}

/** A step of a canary. */
export class CanaryStep {
  /**
   * So many percent of the requests go to the new version for a time, 1 to 99.
   *
   * @param percent of the requests
   * @param pause that the step lasts, by default computed from objectives and traffic, or 5 minutes where these are not
   * known
   */
  public static weight(percent: number, pause?: Duration): CanaryStep {
    return new CanaryStep(CanaryStepKind.WEIGHT, pause && millisOf(pause), percent);
  }

  /**
   * Requests with this header, and no others, go to the new version for a time.
   *
   * @param name of the header
   * @param value of the header
   * @param pause that the step lasts, by default 5 minutes
   */
  public static header(name: string, value: string, pause?: Duration): CanaryStep {
    return new CanaryStep(CanaryStepKind.HEADER, pause && millisOf(pause), undefined, name, value);
  }

  /**
   * The new version gets copies of so many percent of the requests for a time, 1 to 100, and its answers are thrown
   * away: only where every call may be carried out twice.
   *
   * @param percent of the requests
   * @param pause that the step lasts, by default 5 minutes or what objectives and traffic ask for
   */
  public static mirror(percent: number, pause?: Duration): CanaryStep {
    return new CanaryStep(CanaryStepKind.MIRROR, pause && millisOf(pause), percent);
  }

  /** Nothing goes on until somebody says so. */
  public static approval(): CanaryStep {
    return new CanaryStep(CanaryStepKind.APPROVAL, undefined);
  }

  private constructor(
    /** @internal */
    public readonly _kind: CanaryStepKind,
    /** Milliseconds that it lasts, where that is stated. */
    public readonly pauseMillis: number | undefined,
    /** Percent of the requests. */
    public readonly percent?: number,
    /** Name of the header. */
    public readonly headerName?: string,
    /** Value of the header. */
    public readonly headerValue?: string,
  ) {}
}

/** Options of a canary. */
export interface CanaryOptions {
  /**
   * Its steps, weights ascending. After the last one the new version takes all requests.
   *
   * @default - 5, 10, 25 and 50 percent
   */
  readonly steps?: CanaryStep[];

  /**
   * Requests a second that the microservice takes when little is going on, above 0: steps last until enough of them
   * have been seen to tell a failing version.
   *
   * @default - not known: steps without a time last 5 minutes
   */
  readonly requestsPerSecond?: number;

  /**
   * Analyses the new version by the microservice's objectives, and rolls it back when it burns their error budget.
   *
   * @default true
   */
  readonly analysis?: boolean;
}

/** Options of a switch from one version to another. */
export interface BlueGreenOptions {
  /**
   * Promotes the new version as soon as it is ready. Otherwise somebody promotes it.
   *
   * @default false
   */
  readonly autoPromotion?: boolean;

  /**
   * Time for which the old version is kept after the switch, in whole seconds.
   *
   * @default Duration.minutes(10)
   */
  readonly scaleDownDelay?: Duration;
}

/** Options of a rolling update. */
export interface RollingOptions {
  /**
   * Percent of the replicas that are there beside the wanted ones meanwhile, 1 to 100.
   *
   * @default 25
   */
  readonly maxSurge?: number;
}

/** Kubernetes' own. */
export const DEFAULT_SURGE_PERCENT = 25;
const DEFAULT_SCALE_DOWN_DELAY_SECONDS = 600;

const STATES_ANALYSIS = Symbol('statesAnalysis');

/** Strategy by which a new version replaces the old one. */
export class Rollout {
  /** Replica by replica, none of the old ones before a new one is ready. */
  public static rolling(options: RollingOptions = {}): Rollout {
    return new Rollout({ kind: RolloutKind.ROLLING, surgePercent: options.maxSurge ?? DEFAULT_SURGE_PERCENT });
  }

  /** All old replicas end before a new one starts: where two would get into each other's way. */
  public static recreate(): Rollout {
    return new Rollout({ kind: RolloutKind.RECREATE });
  }

  /** Step by step, judged at each of them. */
  public static canary(options: CanaryOptions = {}): Rollout {
    const steps = options.steps ?? [5, 10, 25, 50].map((percent) => CanaryStep.weight(percent));
    return new Rollout({
      kind: RolloutKind.CANARY,
      steps: [...steps],
      analysis: options.analysis ?? true,
      statesAnalysis: options.analysis === true,
      requestsPerSecond: options.requestsPerSecond,
    });
  }

  /** All at once, from a whole set of old replicas to a whole set of new ones. */
  public static blueGreen(options: BlueGreenOptions = {}): Rollout {
    const delay =
      options.scaleDownDelay === undefined ? DEFAULT_SCALE_DOWN_DELAY_SECONDS : secondsOf(options.scaleDownDelay);
    return new Rollout({
      kind: RolloutKind.BLUE_GREEN,
      autoPromotion: options.autoPromotion ?? false,
      scaleDownDelay: delay,
    });
  }

  /** @internal */
  public readonly _kind: RolloutKind;

  /**
   * Percent of the replicas that are there beside the wanted ones meanwhile, where replicas are exchanged one by one.
   */
  public readonly surgePercent?: number;

  /** Steps of a canary. */
  public readonly steps: CanaryStep[];

  /** Analyses the canary. */
  public readonly analysis?: boolean;

  /** Requests a second that a canary can count on, where it is known. */
  public readonly requestsPerSecond?: number;

  /** Promotes the new version without a person. */
  public readonly autoPromotion?: boolean;

  /** Seconds that the old version is kept after a switch. */
  public readonly scaleDownDelay?: number;

  /**
   * True where the program asks for analysis itself, beyond the default.
   *
   * @internal
   */
  public get _statesAnalysis(): boolean {
    return (this as { [STATES_ANALYSIS]?: boolean })[STATES_ANALYSIS] === true;
  }

  private constructor(facts: RolloutFacts) {
    const { kind, steps = [], surgePercent, analysis, requestsPerSecond, autoPromotion, scaleDownDelay } = facts;
    this._kind = kind;
    this.steps = steps;
    if (surgePercent !== undefined) this.surgePercent = surgePercent;
    if (analysis !== undefined) this.analysis = analysis;
    // Reports show what holds, whoever said it.
    Object.defineProperty(this, STATES_ANALYSIS, { value: facts.statesAnalysis ?? false });
    if (requestsPerSecond !== undefined) this.requestsPerSecond = requestsPerSecond;
    if (autoPromotion !== undefined) this.autoPromotion = autoPromotion;
    if (scaleDownDelay !== undefined) this.scaleDownDelay = scaleDownDelay;
  }
}

interface RolloutFacts {
  readonly kind: RolloutKind;
  readonly surgePercent?: number;
  readonly steps?: CanaryStep[];
  readonly analysis?: boolean;
  readonly statesAnalysis?: boolean;
  readonly requestsPerSecond?: number | undefined;
  readonly autoPromotion?: boolean;
  readonly scaleDownDelay?: number;
}
