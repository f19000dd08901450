/** Bounds of an autoscaled microservice. */
export interface ScalingOptions {
  /**
   * Fewest replicas, at least 1.
   *
   * @default 2
   */
  readonly min?: number;

  /** Most replicas, at least `min`. */
  readonly max: number;

  /**
   * Average use that is aimed at, in percent of the request, 1 or more.
   *
   * @default - 70 for CPU, 80 for memory
   */
  readonly utilization?: number;
}

/** Bounds of a microservice that is scaled on CPU and on memory. */
export interface CpuAndMemoryScalingOptions {
  /**
   * Fewest replicas, at least 1.
   *
   * @default 2
   */
  readonly min?: number;

  /** Most replicas, at least `min`. */
  readonly max: number;

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

const DEFAULT_MIN = 2;
const DEFAULT_CPU_UTILIZATION = 70;
const DEFAULT_MEMORY_UTILIZATION = 80;

/** How many replicas run, and who decides it. */
export class Scaling {
  /** Always the same number of replicas, 0 or more. */
  public static fixed(replicas: number): Scaling {
    return new Scaling(replicas, replicas, false);
  }

  /** As many replicas as the CPU use of the microservice's own container asks for. */
  public static onCpu(options: ScalingOptions): Scaling {
    return new Scaling(options.min ?? DEFAULT_MIN, options.max, true, options.utilization ?? DEFAULT_CPU_UTILIZATION);
  }

  /** As many replicas as the memory use of the microservice's own container asks for. */
  public static onMemory(options: ScalingOptions): Scaling {
    return new Scaling(options.min ?? DEFAULT_MIN, options.max, true, undefined, options.utilization ?? DEFAULT_MEMORY_UTILIZATION);
  }

  /** As many replicas as the greater of CPU and memory use asks for. */
  public static onCpuAndMemory(options: CpuAndMemoryScalingOptions): Scaling {
    const { min = DEFAULT_MIN, max, cpuUtilization = DEFAULT_CPU_UTILIZATION, memoryUtilization = DEFAULT_MEMORY_UTILIZATION } = options;
    return new Scaling(min, max, true, cpuUtilization, memoryUtilization);
  }

  private constructor(
    /** Fewest replicas. */
    public readonly min: number,
    /** Most replicas. */
    public readonly max: number,
    /** Whether an autoscaler owns the number of replicas. */
    public readonly autoscaled: boolean,
    /** Average CPU use that is aimed at, in percent of the request. */
    public readonly cpuUtilization?: number,
    /** Average memory use that is aimed at, in percent of the request. */
    public readonly memoryUtilization?: number,
  ) {}
}
