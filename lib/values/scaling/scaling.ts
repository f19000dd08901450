import { frozen } from '../../arguments';
import { describe } from '../settings/cascade';
import { isPossibleLoad, LoadFacts, loadFacts, LoadOptions, LoadPlan, loadPlan } from './load';
import { ScalingMetric } from './scaling-metric';
import { RateFacts, rateFacts, ScalingRate } from './scaling-rate';

/** Rates at which the number of replicas changes. */
export interface ScalingRates {
  /**
   * Rate at which replicas are added.
   *
   * @default - as Kubernetes has it, and faster where a load needs it: up to twice as many, or 4 more, each 15 s
   */
  readonly scaleUp?: ScalingRate;

  /**
   * Rate at which replicas are removed.
   *
   * @default - a quarter at once, and no more before these have drained; after 300 s, or as the cluster says, in which
   * fewer sufficed
   */
  readonly scaleDown?: ScalingRate;
}

/** Bounds of an autoscaled microservice. */
export interface ScalingBounds extends ScalingRates {
  /**
   * Fewest replicas, at least 1. 0 where an autoscaler sees work or requests that wait, and starts the first.
   *
   * @default - 2, or `max` where that is 1; 0 for functions that are scaled on requests
   */
  readonly min?: number;

  /** Most replicas, at least `min`. */
  readonly max: number;
}

/** Bounds of a microservice that is scaled on one resource. */
export interface ScalingOptions extends ScalingBounds {
  /**
   * Average use that is aimed at, in percent of the request, 1 or more.
   *
   * @default - 70 for CPU, 80 for memory
   */
  readonly utilization?: number;
}

/** Bounds of a microservice that is scaled on CPU and on memory. */
export interface CpuAndMemoryScalingOptions extends ScalingBounds {
  /**
   * Average CPU use that is aimed at, in percent of the request, 1 or more.
   *
   * @default 70
   */
  readonly cpuUtilization?: number;

  /**
   * Average memory use that is aimed at, in percent of the request, 1 or more.
   *
   * @default 80
   */
  readonly memoryUtilization?: number;
}

/** A load, and how fast the number of replicas changes with it. */
export interface LoadScalingOptions extends LoadOptions, ScalingRates {}

const DEFAULT_MIN = 2;
const DEFAULT_CPU_UTILIZATION = 70;
const DEFAULT_MEMORY_UTILIZATION = 80;

/** Facts of a scaling beside its bounds and the use of resources. */
interface More {
  readonly others?: readonly ScalingMetric[];
  readonly statedMin?: number | undefined;
  readonly scaleUp?: RateFacts | undefined;
  readonly scaleDown?: RateFacts | undefined;
  readonly load?: LoadFacts;
}

/** Number of replicas, fixed or autoscaled. */
export class Scaling {
  /** Always the same number of replicas, 0 or more. */
  public static fixed(replicas: number): Scaling {
    return new Scaling(replicas, replicas, false);
  }

  /** As many replicas as the CPU use of the microservice's own container asks for. */
  public static onCpu(options: ScalingOptions): Scaling {
    return new Scaling(
      fewestOf(options),
      options.max,
      true,
      options.utilization ?? DEFAULT_CPU_UTILIZATION,
      undefined,
      moreOf(options),
    );
  }

  /** As many replicas as the memory use of the microservice's own container asks for. */
  public static onMemory(options: ScalingOptions): Scaling {
    return new Scaling(
      fewestOf(options),
      options.max,
      true,
      undefined,
      options.utilization ?? DEFAULT_MEMORY_UTILIZATION,
      moreOf(options),
    );
  }

  /** As many replicas as the greater of CPU and memory use asks for. */
  public static onCpuAndMemory(options: CpuAndMemoryScalingOptions): Scaling {
    const { max, cpuUtilization = DEFAULT_CPU_UTILIZATION, memoryUtilization = DEFAULT_MEMORY_UTILIZATION } = options;
    return new Scaling(fewestOf(options), max, true, cpuUtilization, memoryUtilization, moreOf(options));
  }

  /** As many replicas as the metric asks for that asks for most. */
  public static on(metrics: ScalingMetric[], options: ScalingBounds): Scaling {
    return new Scaling(fewestOf(options), options.max, true, undefined, undefined, {
      others: [...metrics],
      ...moreOf(options),
    });
  }

  /**
   * Scales to the number of replicas that a load needs. With a load that grows by g within a minute, and replicas that
   * serve c requests a second each:
   *
   * - reaction = 15 s between two looks of the autoscaler + `metricsLag` + a stated `scaleUp.stabilization` +
   * `startupTime` of the microservice
   * - surge = g ÷ 60 × reaction: what comes before more replicas serve
   * - target = from 50 to 80 % of c: (1 − surge ÷ (replicas of the quiet load × c)) ÷ 1.1, the tolerance of the
   * autoscaler
   * - min = the most of 2, quiet ÷ target, and surge ÷ (c − 1.1 × target)
   * - max = peak ÷ target
   *
   * They stand among the settings of the microservice, as `scaling.min` and the like. It is scaled on requests a second
   * where these are
   * measured, else on CPU use, the same share of the request.
   */
  public static forLoad(options: LoadScalingOptions): Scaling {
    return new Scaling(0, 0, true, undefined, undefined, { load: loadFacts(options), ...ratesOf(options) });
  }

  /**
   * Metrics of the microservice beside the use of resources.
   *
   * @internal
   */
  public readonly _others: readonly ScalingMetric[];

  /**
   * Fewest replicas, where the program says it.
   *
   * @internal
   */
  public readonly _statedMin?: number;

  /** @internal */
  public readonly _load?: LoadFacts;

  /**
   * Result of the load, where the start-up time is known.
   *
   * @internal
   */
  public readonly _plan?: LoadPlan;

  /** @internal */
  public readonly _scaleUp?: RateFacts;

  /** @internal */
  public readonly _scaleDown?: RateFacts;

  #metrics?: ScalingMetric[];

  private constructor(
    /** Fewest replicas. 0 where they follow from a load. */
    public readonly min: number,
    /** Most replicas. 0 where they follow from a load. */
    public readonly max: number,
    /** Tells that an autoscaler owns the number of replicas. */
    public readonly autoscaled: boolean,
    /** Average CPU use that is aimed at, in percent of the request. */
    public readonly cpuUtilization?: number,
    /** Average memory use that is aimed at, in percent of the request. */
    public readonly memoryUtilization?: number,
    { others = [], statedMin, scaleUp, scaleDown, load }: More = {},
    plan?: LoadPlan,
  ) {
    this._others = others;
    if (statedMin !== undefined) this._statedMin = statedMin;
    if (load !== undefined) this._load = load;
    if (plan !== undefined) this._plan = plan;
    if (scaleUp !== undefined) this._scaleUp = scaleUp;
    if (scaleDown !== undefined) this._scaleDown = scaleDown;
  }

  /** Metrics of the microservice. Empty where the number of replicas is fixed or follows from a load. */
  public get metrics(): ScalingMetric[] {
    const { cpuUtilization, memoryUtilization } = this;
    return (this.#metrics ??= frozen([
      ...(cpuUtilization === undefined ? [] : [ScalingMetric.cpu(cpuUtilization)]),
      ...(memoryUtilization === undefined ? [] : [ScalingMetric.memory(memoryUtilization)]),
      ...this._others,
    ]));
  }

  /** Statement of the scaling, for reports. */
  public toHumanString(): string {
    const {
      min,
      max,
      autoscaled,
      cpuUtilization,
      memoryUtilization,
      _others: on,
      _load: load,
      _scaleUp: scaleUp,
      _scaleDown: scaleDown,
    } = this;
    return describe({
      ...(load === undefined && { min, max }),
      autoscaled,
      cpuUtilization,
      memoryUtilization,
      ...(on.length > 0 && { on }),
      load,
      scaleUp,
      scaleDown,
    });
  }

  /**
   * The same with what follows from the load.
   *
   * @internal
   */
  public _planned(startupTime: number): Scaling {
    const { _load: load, _scaleUp: scaleUp, _scaleDown: scaleDown } = this;
    if (load === undefined) return this;
    if (!isPossibleLoad(load))
      return new Scaling(DEFAULT_MIN, DEFAULT_MIN, true, undefined, undefined, { load, scaleUp, scaleDown });
    const plan = loadPlan(load, startupTime, scaleUp?.stabilization);
    return new Scaling(plan.min, plan.max, true, undefined, undefined, { load, scaleUp, scaleDown }, plan);
  }
}

function fewestOf({ min, max }: ScalingBounds): number {
  return min ?? (max === 1 ? 1 : DEFAULT_MIN);
}

/** Facts of bounded scaling beside its bounds and metrics. */
function moreOf(options: ScalingBounds): More {
  return { statedMin: options.min, ...ratesOf(options) };
}

function ratesOf({ scaleUp, scaleDown }: ScalingRates): Pick<More, 'scaleUp' | 'scaleDown'> {
  return {
    ...(scaleUp !== undefined && { scaleUp: rateFacts(scaleUp) }),
    ...(scaleDown !== undefined && { scaleDown: rateFacts(scaleDown) }),
  };
}
